"""The layers' maps: values, colours, selection and words; single units are the inspector's."""
