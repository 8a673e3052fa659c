<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Browser</name>
    <message numerus="yes">
        <source>{0} digits</source>
        <translation>
            <numerusform>{0} digit</numerusform>
            <numerusform>{0} digits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OffLine</name>
    <message numerus="yes">
        <source>%n off</source>
        <translation>
            <numerusform>%n off</numerusform>
            <numerusform>%n off</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message numerus="yes">
        <source>Only the first of %n files was opened</source>
        <translation>
            <numerusform>Of %n file the first was taken</numerusform>
            <numerusform>Of %n files the first was taken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionKeeper</name>
    <message numerus="yes">
        <source>%n more unsaved drawings: open another window for each</source>
        <translation>
            <numerusform>start the program once more for another one</numerusform>
            <numerusform>start the program once more for each of %n others</numerusform>
        </translation>
    </message>
</context>
</TS>
