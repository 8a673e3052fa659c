<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About lenet-gui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit, and LeNet-5 reads it: the network of LeCun, Bottou, Bengio and Haffner (1998), {0} parameters, every one of them in this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions, weights and licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LeNet-5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lenet-gui: MIT. Qt and PySide6: LGPL 3, used as shared libraries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their texts came with the packages that Python installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All their texts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open &amp;weights…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the &amp;shipped weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close or clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Move and turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw by &amp;keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Narrower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Frame like MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What&apos;s this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About lenet-gui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lock the scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fixed, −1 … +1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each &amp;layer&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each &amp;map&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Blue and orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue and &amp;red (vik, berlin)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue and &amp;green (cork, tofino)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colour scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Follow the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La&amp;nguage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy what is picked, or the whole network, as a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the scale as it is, so that two drawings can be compared</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>You can draw, but nothing is read until the program has its weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file can&apos;t be opened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Badges</name>
    <message>
        <source>Saturated: nearly all of it is at −1 or 1, where tanh hardly moves any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All but constant: it tells the next layer next to nothing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Bars</name>
    <message>
        <source>Probability of each digit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit here with the mouse, a pen or a finger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 9, any size, anywhere; with mouse, pen or finger</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContributionsView</name>
    <message>
        <source>pushes up most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pushes down most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {0} others, together {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} unit {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e^({0}) = {1};  over the sum of all ten, {2}, = {3}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConvolutionView</name>
    <message>
        <source>input map {0} adds {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sums of {0} input maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to ±{0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>map {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: what it sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>products, sum {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dock</name>
    <message>
        <source>Float the panel, or put it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the panel; View opens it again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Inside the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Eraser</name>
    <message>
        <source>Eraser: ink goes where it passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a picture: only what is drawn can be erased</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>Nothing was exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export &amp;picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export &amp;numbers…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong. Your drawing is still there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The details are in {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No log file could be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Helping</name>
    <message>
        <source>This example can&apos;t be opened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>Read with the weights in a file, of this program or another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read with the weights that came with the program again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy what is picked, or the whole network, as a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the step again that was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all ink; it can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close what is open, or else remove all ink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the drawing come about again, with the reading at each moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take hold of the whole drawing, to move, scale and turn it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw with a pen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove ink where the eraser passes; the right button does it too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move, scale and turn the whole drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw without a pointer: arrow keys move, Space puts the pen down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the pen, or the eraser, wider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the pen, or the eraser, narrower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale and centre the ink as MNIST does; without, the whole canvas is made small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the scale as it is, so that two drawings can be compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose which value has the strongest colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose in which colours values below and above zero are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose whether the window is light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make text and outlines stand out as much as they can</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the language that the window speaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write everything larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write everything smaller, down to the system&apos;s size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write everything in the system&apos;s size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the panels back where they belong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Be shown around in five short steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See all keys on one page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click any part of the window to be told what it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See versions, weights and licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the activations of every layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide how a unit comes to its value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a picture of what is picked, or of the whole network, into a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write every step&apos;s numbers, and the strokes, into a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a drawn {0} on the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The canvas: draw a digit here with the mouse, a pen or a finger. It is read while you draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tools: what was done can be undone, and the slider chooses how wide the pen is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network sees: your ink, then framed in 28×28 pixels, then with two pixels of paper on each side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On, the ink is scaled and centred like MNIST&apos;s digits, from which the network learned. Off, it gets the whole canvas as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The verdict: the digit that was read, a toss-up between two, or a drawing that is like no digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How probable each digit is to the network. All ten add up to 100&#xa0;%, whatever is drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the reading came about: a line for each digit that was likely at some time, from the first ink on the left to now on the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The replay: the drawing comes about again, as fast as it was drawn or at another speed, and is read at each moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every layer&apos;s activations, from the input down to the output. Point at a cell to read it, click it to have its value taken apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which value has the strongest colour: one, the largest of the layer, or the largest of the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inspector: how the picked unit comes to its value, or how the picked layer works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit that is looked at, whose weights read, and how long the last reading took.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>Probabilities while you drew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probability of each digit that was likely at some time, from the first ink on the left to now on the right.
Click or drag to see the drawing as it stood (←, →, Home, End; Space plays)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>See it large; a double click on any map, or a layer&apos;s name, does the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click any cell of the network, and its value is taken apart here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no network, so there is nothing to add up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit, and this unit&apos;s sum stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit, and this map stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit, and this layer stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of {0} values = {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ink {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pixel of the input: 1 is ink, 0 is paper. Outlined in every layer are the units that see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>products {0}  +  bias {1}  =  {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tanh  →  {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>softmax  →  {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyboardHand</name>
    <message>
        <source>Drawing by keys: arrows move the cursor, Space puts the pen down and lifts it, Esc ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing by keys has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up, at column {0}, row {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down, at column {0}, row {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerHeader</name>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>convolution {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>average of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} parameters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerPage</name>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excites most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ink that each map&apos;s unit answers to most, found by climbing its gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the layer works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from map {0} to map {1}, row {2}, column {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to unit {2}, from input {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>map {4}, row {2}, column {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your ink, framed and padded: 1 is ink, 0 is paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slides each kernel over the maps before: where the patch looks like the kernel the sum is large. tanh keeps it between −1 and 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each value is the mean of four neighbours: half the size, and less sensitive to where exactly something was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each unit weighs all values before and adds them up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One unit for each digit weighs all values before; the softmax turns the ten sums into probabilities that add up to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size, (W − F + 2P)/S + 1:
{0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters:
{0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} values</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerView</name>
    <message>
        <source>Click, or press Space, for how this layer works, its sizes and its weights</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Your choices can&apos;t be kept: the settings file can&apos;t be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network: its weights could not be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapsPanel</name>
    <message>
        <source>Click a cell for its sum, twice for the whole map, a layer&apos;s name for how it works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a cell for its sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the colours of signed values span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale −1 … +1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale of each layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale of each map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, locked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Mover</name>
    <message>
        <source>Move and turn: drag the ink or a handle; or press arrows, + −, comma, full stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a picture: only what is drawn can be moved or turned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to move yet: draw something first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>,</source>
        <comment>between groups of three digits</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pen</name>
    <message>
        <source>Pen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingPanel</name>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing drawn yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReplayBar</name>
    <message>
        <source>While you drew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed of the replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed of the replay: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Replays</name>
    <message>
        <source>The drawing replays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The replay is over</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutList</name>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the next part, or back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the menus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the canvas, moving and turning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the drawing; with Shift, finely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it larger, smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn it to the left, to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the canvas, drawing by keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the pen; with Shift, finely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the pen down, or lift it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the moment before, after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play, pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the next cell, map or layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the outlined unit apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the layer works, and its weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the sum of another input map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a large map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger, smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit it in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Point at a cell of the network to read its value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LeNet-5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read in {0} ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Steps from your ink to the network&apos;s input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Framed like MNIST: the ink&apos;s bounding box is scaled to 20 pixels, its centre of mass put in the centre of 28×28.
Whole canvas: the canvas is made small as it is.
Then two pixels of paper are added on each side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your ink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>framed 28×28</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>padded 32×32</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Frame like MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it sees</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>Input: your ink in 32×32 pixels, which is all that the network sees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolution: a small kernel slides over the maps before and is weighed against every patch; where they are alike the value is large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average pooling: four neighbours become their mean, so that it matters less where exactly something is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear layer: every unit weighs all values of the layer before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tanh: bends any sum into −1 … +1, so that large ones do not drown the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax: turns ten sums into probabilities; each is e to the power of its sum, over all ten of those added up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters: the numbers that training found, kernels, weights and biases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bias: a number of the unit&apos;s own that is added to the sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel: the trained pattern that a patch is compared with, the same everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it sees: the patch of the map before from which this unit is computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products: each value seen times the kernel&apos;s number in the same place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each bar is what one input map adds. Click one, or use ← and →, to see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receptive field: the part of the input on which a unit&apos;s value depends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability: how sure the network is of each digit; all ten add up to 100 %, whatever is drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each row is one value of the layer before, times its weight: its share of the sum.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Eraser width in pixels of 28</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eraser width, in pixels of the 28×28 image ([ and ])</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pen width in pixels of 28</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pen width, in pixels of the 28×28 image ([ and ])
Framed like MNIST, strokes are kept between 2 and 3 pixels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Show me one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw here with the mouse, a pen or a finger, as large as you like and wherever you like. It is read while you draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How probable each digit is, to the network. The ten add up to 100&#xa0;% and change with every point that you draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your ink, made small and centred like the digits that the network learned from. These few pixels are all it gets; the switch shows how it reads without such help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every layer as it answers, from your ink at the top to ten digits at the bottom. Point at a cell: what it looks at is outlined in the layers above and on your ink.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One number, taken apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click any cell, as was done for you here: what it sees, times its kernel, adds up to its value. Draw on, and watch the sum change.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnitText</name>
    <message>
        <source>value {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>digit {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {0}, column {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>map {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sees all of the {0} input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sees rows {0}–{1}, columns {2}–{3} of the {4} input</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeightsOpener</name>
    <message>
        <source>Weights (*.safetensors *.pt *.pth *.h5 *.keras);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These weights can&apos;t be used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Winner</name>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a three</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a four</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a five</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a six</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a seven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an eight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a nine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not like any digit I know; nearest to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, or {1}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clearly {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probably {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ZoomView</name>
    <message>
        <source>Wheel, pinch, + and − zoom; drag moves; double click, or 0, fits the map in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
