/* The part of BLIS in the standalone program: numpy_with_blis.sh puts this file into the library in place of
   what it defines. BLIS has kernels for a dozen processors; the linker leaves out those that are not named
   here, four fifths of the library. "haswell" is for every processor with AVX2, Intel's and AMD's; also for
   those with AVX-512, as it multiplies small matrices without copying them first, which "skx" does not. */

#include <blis.h>

arch_t bli_cpuid_query_id(void) {
    bool has_avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")
        && __builtin_cpu_supports("bmi2");
    return has_avx2 ? BLIS_ARCH_HASWELL : BLIS_ARCH_GENERIC;
}

/* At its start, BLIS fills in a table for each processor. */
#define LEFT_OUT(name) \
    void bli_cntx_init_##name(cntx_t* table) { bli_cntx_init_generic(table); } \
    void bli_cntx_init_##name##_ref(cntx_t* table) { bli_cntx_init_generic_ref(table); } \
    void bli_cntx_init_##name##_ind(ind_t method, cntx_t* table) { bli_cntx_init_generic_ind(method, table); }

LEFT_OUT(skx)
LEFT_OUT(knl)
LEFT_OUT(sandybridge)
LEFT_OUT(penryn)
LEFT_OUT(zen3)
LEFT_OUT(zen2)
LEFT_OUT(zen)
LEFT_OUT(excavator)
LEFT_OUT(steamroller)
LEFT_OUT(piledriver)
LEFT_OUT(bulldozer)
