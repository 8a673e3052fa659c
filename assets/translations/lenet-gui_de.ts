<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About lenet-gui</source>
        <translation>Über lenet-gui</translation>
    </message>
    <message>
        <source>Draw a digit, and LeNet-5 reads it: the network of LeCun, Bottou, Bengio and Haffner (1998), {0} parameters, every one of them in this program.</source>
        <translation>Eine Ziffer zeichnen, und LeNet-5 liest sie: das Netz von LeCun, Bottou, Bengio und Haffner (1998), {0} Parameter, jeder einzelne in diesem Programm.</translation>
    </message>
    <message>
        <source>Versions, weights and licences</source>
        <translation>Versionen, Gewichte und Lizenzen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>no network</source>
        <translation>kein Netz</translation>
    </message>
    <message>
        <source>LeNet-5</source>
        <translation>LeNet-5</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Erstellt mit</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>lenet-gui: MIT. Qt and PySide6: LGPL 3, used as shared libraries.</source>
        <translation>lenet-gui: MIT. Qt und PySide6: LGPL 3, als dynamische Bibliotheken genutzt.</translation>
    </message>
    <message>
        <source>Their texts came with the packages that Python installed.</source>
        <translation>Ihre Texte liegen den Paketen bei, die Python installiert hat.</translation>
    </message>
    <message>
        <source>All their texts</source>
        <translation>Alle Lizenztexte</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open &amp;weights…</source>
        <translation>&amp;Gewichte öffnen …</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>&amp;Built-in</source>
        <translation>&amp;Mitgeliefert</translation>
    </message>
    <message>
        <source>Read w&amp;ith</source>
        <translation>&amp;Lesen mit</translation>
    </message>
    <message>
        <source>Open &amp;data set…</source>
        <translation>&amp;Datensatz öffnen …</translation>
    </message>
    <message>
        <source>&amp;Corrections…</source>
        <translation>&amp;Korrekturen …</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>A&amp;usschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Pa&amp;ste</source>
        <translation>E&amp;infügen</translation>
    </message>
    <message>
        <source>C&amp;opy maps</source>
        <translation>Karten k&amp;opieren</translation>
    </message>
    <message>
        <source>Pin &amp;for comparison</source>
        <translation>&amp;Zum Vergleich anheften</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Re&amp;play</source>
        <translation>A&amp;bspielen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>Undo the last &amp;correction</source>
        <translation>Letzte &amp;Korrektur rückgängig machen</translation>
    </message>
    <message>
        <source>&amp;It was</source>
        <translation>Es war ei&amp;ne</translation>
    </message>
    <message>
        <source>&amp;Pen</source>
        <translation>&amp;Stift</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>Radi&amp;erer</translation>
    </message>
    <message>
        <source>Cancel or close</source>
        <translation>Abbrechen oder schließen</translation>
    </message>
    <message>
        <source>C&amp;hoose part…</source>
        <translation>Ausschnitt wä&amp;hlen…</translation>
    </message>
    <message>
        <source>Another &amp;number…</source>
        <translation>Eine andere &amp;Zahl …</translation>
    </message>
    <message>
        <source>Wide pa&amp;ge</source>
        <translation>&amp;Breite Seite</translation>
    </message>
    <message>
        <source>Ne&amp;xt digit</source>
        <translation>Nächste &amp;Ziffer</translation>
    </message>
    <message>
        <source>Pre&amp;vious digit</source>
        <translation>&amp;Vorige Ziffer</translation>
    </message>
    <message>
        <source>&amp;Move and rotate</source>
        <translation>&amp;Verschieben und drehen</translation>
    </message>
    <message>
        <source>Draw with the &amp;keyboard</source>
        <translation>Mit der &amp;Tastatur zeichnen</translation>
    </message>
    <message>
        <source>&amp;Wider</source>
        <translation>&amp;Breiter</translation>
    </message>
    <message>
        <source>&amp;Narrower</source>
        <translation>Sch&amp;maler</translation>
    </message>
    <message>
        <source>&amp;Frame like MNIST</source>
        <translation>Wie &amp;MNIST rahmen</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>&amp;Rundgang</translation>
    </message>
    <message>
        <source>&amp;Examples</source>
        <translation>&amp;Beispiele</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;What&apos;s this?</source>
        <translation>&amp;Was ist das?</translation>
    </message>
    <message>
        <source>&amp;About lenet-gui</source>
        <translation>Über &amp;lenet-gui</translation>
    </message>
    <message>
        <source>Loc&amp;k the scale</source>
        <translation>Skala &amp;fixieren</translation>
    </message>
    <message>
        <source>&amp;Fixed, −1 … +1</source>
        <translation>&amp;Immer −1 … +1</translation>
    </message>
    <message>
        <source>Each &amp;layer&apos;s own</source>
        <translation>Je &amp;Schicht</translation>
    </message>
    <message>
        <source>Each &amp;map&apos;s own</source>
        <translation>Je &amp;Karte</translation>
    </message>
    <message>
        <source>&amp;Values after tanh</source>
        <translation>&amp;Werte nach tanh</translation>
    </message>
    <message>
        <source>S&amp;ums before tanh</source>
        <translation>S&amp;ummen vor tanh</translation>
    </message>
    <message>
        <source>&amp;Blue and orange</source>
        <translation>&amp;Blau und Orange</translation>
    </message>
    <message>
        <source>Blue and &amp;red (vik, berlin)</source>
        <translation>Blau und &amp;Rot (vik, berlin)</translation>
    </message>
    <message>
        <source>Blue and &amp;green (cork, tofino)</source>
        <translation>Blau und &amp;Grün (cork, tofino)</translation>
    </message>
    <message>
        <source>&amp;Colour scale</source>
        <translation>&amp;Farbskala</translation>
    </message>
    <message>
        <source>Turn the map &amp;off or on</source>
        <translation>Karte aus- oder &amp;einschalten</translation>
    </message>
    <message>
        <source>Turn &amp;all maps on</source>
        <translation>&amp;Alle Karten einschalten</translation>
    </message>
    <message>
        <source>Hold at &amp;zero</source>
        <translation>Auf &amp;null halten</translation>
    </message>
    <message>
        <source>Hold at the &amp;mean over the starter set</source>
        <translation>Auf dem &amp;Mittelwert über das Starterset halten</translation>
    </message>
    <message>
        <source>Off one &amp;by one…</source>
        <translation>Einzeln a&amp;bschalten …</translation>
    </message>
    <message>
        <source>Maps on an&amp;d off</source>
        <translation>Karten &amp;an und aus</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>&amp;Layout zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Follow the system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>&amp;Größere Schrift</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>&amp;Kleinere Schrift</translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation>&amp;Normale Schriftgröße</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>Less &amp;motion</source>
        <translation>Weniger &amp;Bewegung</translation>
    </message>
    <message>
        <source>La&amp;nguage</source>
        <translation>&amp;Sprache (Language)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Design</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Move and rotate: only drawings can be moved; this is a picture</source>
        <translation>Verschieben und drehen: nur bei Zeichnungen möglich; dies ist ein Bild</translation>
    </message>
    <message>
        <source>Replay: only drawings can be replayed; this is a picture</source>
        <translation>Abspielen: nur bei Zeichnungen möglich; dies ist ein Bild</translation>
    </message>
    <message>
        <source>Corrections: only drawings can be corrected; this is a picture</source>
        <translation>Korrekturen: nur bei Zeichnungen möglich; dies ist ein Bild</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Copy the selection, or the whole network, as a picture</source>
        <translation>Das Ausgewählte oder das ganze Netz als Bild kopieren</translation>
    </message>
    <message>
        <source>Lock the colour scale, to compare two drawings</source>
        <translation>Die Farbskala beibehalten, um zwei Zeichnungen zu vergleichen</translation>
    </message>
    <message>
        <source>It was &amp;{0}</source>
        <translation>Es war eine &amp;{0}</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>You can draw, but nothing will be read until weights are loaded.</source>
        <translation>Zeichnen ist möglich, gelesen wird aber erst, wenn das Programm seine Gewichte hat.</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>Kein Netz</translation>
    </message>
</context>
<context>
    <name>Badges</name>
    <message>
        <source>Saturated: nearly all values are at −1 or 1, where tanh is flat</source>
        <translation>Gesättigt: fast alles liegt bei −1 oder 1, wo sich tanh kaum noch ändert</translation>
    </message>
    <message>
        <source>Almost constant: it gives the next layer next to no information</source>
        <translation>Fast konstant: sagt der nächsten Schicht so gut wie nichts</translation>
    </message>
</context>
<context>
    <name>Bars</name>
    <message>
        <source>Probability of each digit</source>
        <translation>Wahrscheinlichkeit jeder Ziffer</translation>
    </message>
    <message>
        <source>Click a bar to see why it isn’t that digit.</source>
        <translation>Ein Klick auf einen Balken zeigt, warum es nicht diese Ziffer ist.</translation>
    </message>
</context>
<context>
    <name>Browser</name>
    <message>
        <source>&amp;Put on the canvas</source>
        <translation>Auf die &amp;Zeichenfläche</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;number and label</source>
        <translation>&amp;Nummer und Ziffer kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>{0}, number {1}, label {2}</source>
        <translation>{0}, Nummer {1}, Ziffer {2}</translation>
    </message>
    <message numerus="yes">
        <source>{0} digits</source>
        <translation>
            <numerusform>{0} Ziffer</numerusform>
            <numerusform>{0} Ziffern</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}, {1} misread</source>
        <translation>{0}, {1} falsch gelesen</translation>
    </message>
    <message>
        <source>{0}; {1} shown</source>
        <translation>{0}; {1} gezeigt</translation>
    </message>
    <message>
        <source>{0} of {1} loaded</source>
        <translation>{0} von {1} geladen</translation>
    </message>
    <message>
        <source>{0} loaded</source>
        <translation>{0} geladen</translation>
    </message>
    <message>
        <source>{0} of {1} read</source>
        <translation>{0} von {1} gelesen</translation>
    </message>
    <message>
        <source>Arrow keys: onto the canvas; 0–9: filter</source>
        <translation>Pfeiltasten: auf die Zeichenfläche; 0–9: filtern</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>No digits match.</source>
        <translation>Keine passenden Ziffern.</translation>
    </message>
    <message>
        <source>No digits found.</source>
        <translation>Keine Ziffern gefunden.</translation>
    </message>
</context>
<context>
    <name>BrowserFilter</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>Alle Ziffern</translation>
    </message>
    <message>
        <source>Only misread digits</source>
        <translation>Nur falsch Gelesenes</translation>
    </message>
    <message>
        <source>Label {0}</source>
        <translation>Ziffer {0}</translation>
    </message>
</context>
<context>
    <name>Browsing</name>
    <message>
        <source>Open data set</source>
        <translation>Datensatz öffnen</translation>
    </message>
</context>
<context>
    <name>ByStroke</name>
    <message>
        <source>Each stroke’s share of the difference</source>
        <translation>Anteil jedes Strichs an der Differenz</translation>
    </message>
    <message>
        <source>Stroke {0} adds {1} to {2} minus {3}</source>
        <translation>Strich {0} trägt {1} zu {2} minus {3} bei</translation>
    </message>
    <message>
        <source>blank page</source>
        <translation>leeres Blatt</translation>
    </message>
    <message>
        <source>Too many strokes to tell them apart.</source>
        <translation>Zu viele Striche, um sie auseinanderzuhalten.</translation>
    </message>
    <message>
        <source>Without its only stroke, the page is blank.</source>
        <translation>Ohne den einzigen Strich ist das Blatt leer.</translation>
    </message>
    <message>
        <source>Without stroke {0} it reads: {1}, {2}</source>
        <translation>Ohne Strich {0} wird gelesen: {1}, {2}</translation>
    </message>
    <message>
        <source>Estimated: each share may be off by {0}.</source>
        <translation>Geschätzt: Jeder Anteil kann um {0} abweichen.</translation>
    </message>
    <message>
        <source>Point at a stroke: how would it read without?</source>
        <translation>Auf einen Strich zeigen: Was wäre ohne ihn?</translation>
    </message>
    <message>
        <source>stroke {0}</source>
        <translation>Strich {0}</translation>
    </message>
    <message>
        <source>{0} minus {1}</source>
        <translation>{0} minus {1}</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Canvas</source>
        <translation>Zeichenfläche</translation>
    </message>
    <message>
        <source>Draw a digit here with the mouse, a pen or a finger</source>
        <translation>Hier mit Maus, Stift oder Finger eine Ziffer zeichnen</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>Ziffer zeichnen</translation>
    </message>
    <message>
        <source>or a whole number, any size, anywhere, with mouse, pen or finger</source>
        <translation>oder eine ganze Zahl, beliebig groß, an beliebiger Stelle, mit Maus, Stift oder Finger</translation>
    </message>
</context>
<context>
    <name>ChangeView</name>
    <message>
        <source>What would change its mind</source>
        <translation>Was es umstimmen würde</translation>
    </message>
    <message>
        <source>Ink to add and ink to take away so that the other digit becomes the most probable: as little as the search found. The stronger the colour, the more of a pixel.</source>
        <translation>Tinte, die hinzukommen oder wegfallen müsste, damit die andere Ziffer die wahrscheinlichste wird: so wenig, wie die Suche fand. Je kräftiger die Farbe, desto mehr eines Pixels.</translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>wird gesucht …</translation>
    </message>
    <message>
        <source>No small change was found that makes it read {0}.</source>
        <translation>Keine kleine Änderung gefunden, mit der {0} gelesen wird.</translation>
    </message>
    <message>
        <source>After the least change found, it reads</source>
        <translation>Nach der kleinsten gefundenen Änderung wird gelesen</translation>
    </message>
    <message>
        <source>ink added: {0} px</source>
        <translation>mehr Tinte: {0} px</translation>
    </message>
    <message>
        <source>taken away: {0} px</source>
        <translation>weniger: {0} px</translation>
    </message>
</context>
<context>
    <name>CheckpointSlider</name>
    <message>
        <source>Checkpoints</source>
        <translation>Checkpoints</translation>
    </message>
    <message>
        <source>Go back to the weights of an earlier step (←, →, Home, End)</source>
        <translation>Zurück zu den Gewichten eines früheren Schritts (←, →, Pos1, Ende)</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>ColumnsView</name>
    <message>
        <source>Layers: pinned, current, and their difference</source>
        <translation>Schichten: angeheftet, aktuell und ihre Differenz</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>RMS</source>
        <translation>RMS</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Save figure…</source>
        <translation>Bild speichern …</translation>
    </message>
    <message>
        <source>Save this comparison as a picture</source>
        <translation>Diesen Vergleich als Bild speichern</translation>
    </message>
    <message>
        <source>Point at a map to see its three values. Double-click to enlarge it.</source>
        <translation>Auf eine Karte zeigen, um ihre drei Werte zu sehen. Ein Doppelklick vergrößert sie.</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>Can&apos;t use these weights</source>
        <translation>Diese Gewichte passen nicht</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>In training</source>
        <translation>Im Training</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>current − pinned</source>
        <translation>aktuell − angeheftet</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>Vergleich speichern</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>The figure could not be saved</source>
        <translation>Das Bild konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>Gespeichert als {0}</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>nothing drawn</source>
        <translation>nichts gezeichnet</translation>
    </message>
    <message>
        <source>no digit</source>
        <translation>keine Ziffer</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>nicht gelesen</translation>
    </message>
    <message>
        <source>pinned {0}</source>
        <translation>angeheftet {0}</translation>
    </message>
    <message>
        <source>current {0}</source>
        <translation>aktuell {0}</translation>
    </message>
    <message>
        <source>difference {0}</source>
        <translation>Differenz {0}</translation>
    </message>
    <message>
        <source>{0}: distance {1}, the root mean square of its {2} differences</source>
        <translation>{0}: Abstand {1}, das quadratische Mittel der {2} Differenzen</translation>
    </message>
</context>
<context>
    <name>ConfusionView</name>
    <message>
        <source>Confusion matrix of the validation digits</source>
        <translation>Konfusionsmatrix der Validierungsziffern</translation>
    </message>
    <message>
        <source>read as</source>
        <translation>gelesen als</translation>
    </message>
    <message>
        <source>{0} read as {1}: {2}</source>
        <translation>{0} gelesen als {1}: {2}</translation>
    </message>
</context>
<context>
    <name>ContributionsView</name>
    <message>
        <source>strongest positive</source>
        <translation>stärkste positive</translation>
    </message>
    <message>
        <source>strongest negative</source>
        <translation>stärkste negative</translation>
    </message>
    <message>
        <source>strongest first</source>
        <translation>stärkste zuerst</translation>
    </message>
    <message>
        <source>{0} unit {1}</source>
        <translation>{0} Neuron {1}</translation>
    </message>
    <message>
        <source>e^({0}) = {1};  over the sum of all ten, {2}, = {3}</source>
        <translation>e^({0}) = {1};  durch die Summe aller zehn, {2}, = {3}</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Two drawings</source>
        <translation>Zwei Zeichnungen</translation>
    </message>
    <message>
        <source>Two sets of weights</source>
        <translation>Zwei Gewichtssätze</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>Was verglichen wird</translation>
    </message>
    <message>
        <source>Weights to compare with</source>
        <translation>Gewichte zum Vergleich</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Tauschen</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Put the pinned drawing onto the canvas, and pin what is there</source>
        <translation>Die angeheftete Zeichnung auf die Zeichenfläche legen und anheften, was dort ist</translation>
    </message>
    <message>
        <source>Remove the chosen pin</source>
        <translation>Die gewählte Zeichnung lösen</translation>
    </message>
    <message>
        <source>Read with these weights, and compare with the present ones</source>
        <translation>Mit diesen Gewichten lesen und mit den bisherigen vergleichen</translation>
    </message>
    <message>
        <source>Remove this checkpoint from the list</source>
        <translation>Diesen Checkpoint aus der Liste nehmen</translation>
    </message>
</context>
<context>
    <name>ConvolutionView</name>
    <message>
        <source>the image contributes {0}</source>
        <translation>das Bild trägt {0} bei</translation>
    </message>
    <message>
        <source>input map {0} contributes {1}</source>
        <translation>Eingabekarte {0} trägt {1} bei</translation>
    </message>
    <message>
        <source>row {0}, column {1}: {2}</source>
        <translation>Zeile {0}, Spalte {1}: {2}</translation>
    </message>
    <message>
        <source>click one to see its products</source>
        <translation>ein Klick zeigt die Produkte</translation>
    </message>
    <message>
        <source>Sums of the {0} input maps</source>
        <translation>Summen der {0} Eingabekarten</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>Summen</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Map {0}</source>
        <translation>Karte {0}</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>sum {0}</source>
        <translation>Summe {0}</translation>
    </message>
    <message>
        <source>what it sees</source>
        <translation>Ausschnitt</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>Off in an exhibit: nothing is kept</source>
        <translation>In einer Ausstellung ausgeschaltet: Nichts wird behalten</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>Als {0} gespeichert.</translation>
    </message>
    <message>
        <source>Saved as {0}, digit by digit.</source>
        <translation>Als {0} gespeichert, Ziffer für Ziffer.</translation>
    </message>
    <message>
        <source>Correction undone.</source>
        <translation>Korrektur rückgängig gemacht.</translation>
    </message>
</context>
<context>
    <name>CorrectionsBrowser</name>
    <message>
        <source>Corrections</source>
        <translation>Korrekturen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Delete the selected drawing (Del)</source>
        <translation>Die ausgewählte Zeichnung löschen (Entf)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Delete all…</source>
        <translation>Alle löschen …</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Change &amp;label</source>
        <translation>Ziffer ä&amp;ndern</translation>
    </message>
    <message>
        <source>Arrow keys: onto the canvas; Alt+digit: label</source>
        <translation>Pfeiltasten: auf die Zeichenfläche; Alt+Ziffer: korrigieren</translation>
    </message>
    <message>
        <source>corrections-{0}</source>
        <translation>Korrekturen-{0}</translation>
    </message>
    <message>
        <source>This can&apos;t be undone. Export them first to keep a copy.</source>
        <translation>Das lässt sich nicht rückgängig machen. Vorher exportieren, um sie zu behalten.</translation>
    </message>
    <message>
        <source>Exported to {0}</source>
        <translation>Nach {0} exportiert</translation>
    </message>
    <message>
        <source>Export corrections</source>
        <translation>Korrekturen exportieren</translation>
    </message>
    <message>
        <source>Drawings as JSON Lines (*.jsonl)</source>
        <translation>Zeichnungen als JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>No corrections yet. When a digit is misread, press Alt and the correct digit.</source>
        <translation>Noch keine Korrekturen. Wird eine gezeichnete Ziffer falsch gelesen, Alt und die richtige Ziffer drücken.</translation>
    </message>
    <message>
        <source>Delete all corrections?</source>
        <translation>Alle Korrekturen löschen?</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>Alle löschen</translation>
    </message>
</context>
<context>
    <name>CropView</name>
    <message>
        <source>Part to read</source>
        <translation>Der Ausschnitt, der gelesen wird</translation>
    </message>
    <message>
        <source>{0}×{1} pixels, {2} from the left and {3} from the top</source>
        <translation>{0}×{1} Pixel, {2} von links und {3} von oben</translation>
    </message>
</context>
<context>
    <name>CurveView</name>
    <message>
        <source>Accuracy by step</source>
        <translation>Genauigkeit je Schritt</translation>
    </message>
    <message>
        <source>Loss by step</source>
        <translation>Verlust je Schritt</translation>
    </message>
    <message>
        <source>Point at a step to read its values (← and → move from one to the next)</source>
        <translation>Auf einen Schritt zeigen, um seine Werte zu lesen (← und → führen von einem zum nächsten)</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>Schritt {0}</translation>
    </message>
    <message>
        <source>training {0}</source>
        <translation>Training {0}</translation>
    </message>
    <message>
        <source>validation {0}</source>
        <translation>Validierung {0}</translation>
    </message>
</context>
<context>
    <name>CutSection</name>
    <message>
        <source>How it was cut</source>
        <translation>So wurde zerlegt</translation>
    </message>
    <message>
        <source>Each run of strokes is read; the cheapest way through wins</source>
        <translation>Jede Folge von Strichen wird gelesen; der billigste Weg gewinnt</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Show how the number was cut</source>
        <translation>Zeigen, wie die Zahl zerlegt wurde</translation>
    </message>
    <message>
        <source>Hide how the number was cut</source>
        <translation>Verbergen, wie die Zahl zerlegt wurde</translation>
    </message>
</context>
<context>
    <name>CutView</name>
    <message>
        <source>How it was cut</source>
        <translation>So wurde zerlegt</translation>
    </message>
    <message>
        <source>{0} costs {1}</source>
        <translation>{0} kostet {1}</translation>
    </message>
    <message>
        <source>{0} costs {1}, the next best way, {2}, costs {3}</source>
        <translation>{0} kostet {1}, der nächstbeste Weg, {2}, kostet {3}</translation>
    </message>
    <message>
        <source>all as one digit: {0}</source>
        <translation>alles als eine Ziffer: {0}</translation>
    </message>
    <message>
        <source>A point or a dash, which doesn’t count: costs {0}</source>
        <translation>Ein Punkt oder Strich, der nicht zählt: kostet {0}</translation>
    </message>
    <message>
        <source>{0} at {1}: costs {2}</source>
        <translation>{0} mit {1}: kostet {2}</translation>
    </message>
    <message>
        <source>Doesn’t look like a digit (closest: {0}, {1}): costs {2}</source>
        <translation>Sieht nicht wie eine Ziffer aus (am nächsten: {0}, {1}): kostet {2}</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Replace the file?</source>
        <translation>Datei ersetzen?</translation>
    </message>
    <message>
        <source>“{0}” already exists.</source>
        <translation>„{0}“ gibt es schon.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
</context>
<context>
    <name>DigitGrid</name>
    <message>
        <source>Digits</source>
        <translation>Ziffern</translation>
    </message>
    <message>
        <source>A {0}</source>
        <translation>Eine {0}</translation>
    </message>
    <message>
        <source>A {0}, no ink found</source>
        <translation>Eine {0}, in der keine Tinte gefunden wurde</translation>
    </message>
    <message>
        <source>A {0}, read as a {1}</source>
        <translation>Eine {0}, gelesen als {1}</translation>
    </message>
    <message>
        <source>number {0} of {1}</source>
        <translation>Nummer {0} von {1}</translation>
    </message>
</context>
<context>
    <name>DigitsChooser</name>
    <message>
        <source>Open data set</source>
        <translation>Datensatz öffnen</translation>
    </message>
    <message>
        <source>MNIST has 60,000 digits for training. Open a folder with its files, or download two files, 10 MB in all, from a public mirror. Their checksums are verified; nothing of yours is sent.</source>
        <translation>MNIST enthält 60&#x202f;000 Ziffern zum Trainieren. Einen Ordner mit den Dateien öffnen oder zwei Dateien, zusammen 10 MB, von einem öffentlichen Spiegelserver herunterladen. Die Prüfsummen werden kontrolliert; eigene Daten werden nicht gesendet.</translation>
    </message>
    <message>
        <source>All of MNIST</source>
        <translation>Ganz MNIST</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Ordner öffnen …</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Open MNIST’s folder</source>
        <translation>Ordner mit MNIST öffnen</translation>
    </message>
    <message>
        <source>Loading digits…</source>
        <translation>Ziffern werden geladen …</translation>
    </message>
    <message>
        <source>{0} digits framed</source>
        <translation>{0} Ziffern gerahmt</translation>
    </message>
    <message>
        <source>Downloading {0}: {1} MB</source>
        <translation>{0} wird heruntergeladen: {1} MB</translation>
    </message>
</context>
<context>
    <name>DisplacementView</name>
    <message>
        <source>The network learned from single digits and refuses windows with a neighbour’s ink. So sliding misreads many numbers, and cutting decides.</source>
        <translation>Das Netz hat an einzelnen Ziffern gelernt und weist Fenster mit Tinte einer Nachbarziffer zurück. Gleitend werden daher viele Zahlen falsch gelesen; es gilt die Zerlegung.</translation>
    </message>
    <message>
        <source>Sliding and cutting both read {0}.</source>
        <translation>Gleitend wie zerlegt gelesen: {0}.</translation>
    </message>
    <message>
        <source>Both read {0}.</source>
        <translation>Beide lesen {0}.</translation>
    </message>
    <message>
        <source>Sliding reads nothing, cutting reads {0}.</source>
        <translation>Gleitend wird nichts gelesen, zerlegt {0}.</translation>
    </message>
    <message>
        <source>Cut: {0}</source>
        <translation>Zerlegt: {0}</translation>
    </message>
    <message>
        <source>Sliding reads {0}, cutting reads {1}.</source>
        <translation>Gleitend gelesen: {0}, zerlegt gelesen: {1}.</translation>
    </message>
    <message>
        <source>Slid: {0}, cut: {1}</source>
        <translation>Gleitend: {0}, zerlegt: {1}</translation>
    </message>
    <message>
        <source>Point at a column to see its window and numbers.</source>
        <translation>Auf eine Spalte zeigen, um ihr Fenster und ihre Zahlen zu sehen.</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>digit-{0}</source>
        <translation>Ziffer-{0}</translation>
    </message>
</context>
<context>
    <name>EnlargedView</name>
    <message>
        <source>All layers</source>
        <translation>Alle Schichten</translation>
    </message>
    <message>
        <source>Show all layers again (Esc)</source>
        <translation>Wieder alle Schichten zeigen (Esc)</translation>
    </message>
    <message>
        <source>all units</source>
        <translation>alle Neuronen</translation>
    </message>
</context>
<context>
    <name>Eraser</name>
    <message>
        <source>Eraser: removes ink where it passes</source>
        <translation>Radierer: entfernt Tinte, wo er entlangfährt</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>&quot;canvas&quot; must be [width, height].</source>
        <translation>„canvas“ muss [Breite, Höhe] sein.</translation>
    </message>
    <message>
        <source>&quot;strokes&quot; must be a list of strokes, each a list of [x, y] points.</source>
        <translation>„strokes“ muss eine Liste von Strichen sein, jeder eine Liste von Punkten [x, y].</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; must be a list of lists of numbers, one for each stroke.</source>
        <translation>„{0}“ muss eine Liste von Zahlenlisten sein, eine für jeden Strich.</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; must be a number.</source>
        <translation>„{0}“ muss eine Zahl sein.</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; must be from {1} to {2}.</source>
        <translation>„{0}“ muss zwischen {1} und {2} liegen.</translation>
    </message>
    <message>
        <source>A drawing must be a JSON object with a list of &quot;strokes&quot;.</source>
        <translation>Eine Zeichnung muss ein JSON-Objekt mit einer Liste „strokes“ sein.</translation>
    </message>
    <message>
        <source>A drawing&apos;s ink must stay within ±{0}.</source>
        <translation>Die Tinte einer Zeichnung muss innerhalb von ±{0} bleiben.</translation>
    </message>
    <message>
        <source>A point&apos;s coordinates must be numbers up to ±{0}.</source>
        <translation>Die Koordinaten eines Punkts müssen Zahlen bis ±{0} sein.</translation>
    </message>
    <message>
        <source>A stroke must be a list of one or more [x, y] points.</source>
        <translation>Ein Strich muss eine Liste von mindestens einem Punkt [x, y] sein.</translation>
    </message>
    <message>
        <source>A stroke&apos;s times must not fall from one point to the next.</source>
        <translation>Die Zeiten eines Strichs dürfen von einem Punkt zum nächsten nicht abnehmen.</translation>
    </message>
    <message>
        <source>An export must be a JSON object with &quot;arrays&quot; in it.</source>
        <translation>Ein Export muss ein JSON-Objekt sein, das „arrays“ enthält.</translation>
    </message>
    <message>
        <source>An export must say &quot;format&quot;: &quot;{0}&quot;.</source>
        <translation>In einem Export muss &quot;format&quot;: &quot;{0}&quot; stehen.</translation>
    </message>
    <message>
        <source>Lines of {0} that can&apos;t be read and were left as they are: {1}.</source>
        <translation>Zeilen von {0}, die nicht gelesen werden können und blieben, wie sie sind: {1}.</translation>
    </message>
    <message>
        <source>The archive is not an export: it has no array &quot;{0}&quot;.</source>
        <translation>Das Archiv ist kein Export: Das Array „{0}“ fehlt.</translation>
    </message>
    <message>
        <source>The drawing has more than {0} points.</source>
        <translation>Die Zeichnung hat mehr als {0} Punkte.</translation>
    </message>
    <message>
        <source>The drawing has more than {0} strokes.</source>
        <translation>Die Zeichnung hat mehr als {0} Striche.</translation>
    </message>
    <message>
        <source>The drawing has no label.</source>
        <translation>Die Zeichnung sagt nicht, welche Ziffer sie ist.</translation>
    </message>
    <message>
        <source>The drawing is not valid JSON: it is not text in UTF-8.</source>
        <translation>Die Zeichnung ist kein gültiges JSON: Sie ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>The drawing is not valid JSON: {0}.</source>
        <translation>Die Zeichnung ist kein gültiges JSON: {0}.</translation>
    </message>
    <message>
        <source>The drawing is of format version {0}; this program reads up to {1}.</source>
        <translation>Die Zeichnung hat die Formatversion {0}; dieses Programm liest bis {1}.</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; must contain one number for each point of &quot;strokes&quot;: correct them or leave them out.</source>
        <translation>„{0}“ muss eine Zahl für jeden Punkt von „strokes“ enthalten: berichtigen oder weglassen.</translation>
    </message>
    <message>
        <source>A drawing can be rotated by a number of degrees only.</source>
        <translation>Eine Zeichnung lässt sich nur um eine Zahl von Grad drehen.</translation>
    </message>
    <message>
        <source>A drawing can be scaled by {0} to {1} only.</source>
        <translation>Eine Zeichnung lässt sich nur mit einem Faktor von {0} bis {1} skalieren.</translation>
    </message>
    <message>
        <source>A stroke must not begin before the previous one has ended.</source>
        <translation>Ein Strich darf nicht beginnen, bevor der vorige geendet hat.</translation>
    </message>
    <message>
        <source>Only drawings can be repositioned; these are pictures.</source>
        <translation>Nur Zeichnungen lassen sich neu platzieren; dies sind Bilder.</translation>
    </message>
    <message>
        <source>{0} needs {1} to be opened: install it with pip install &quot;lenet-gui[train]&quot;.</source>
        <translation>Um {0} zu öffnen, wird {1} gebraucht: mit pip install &quot;lenet-gui[train]&quot; installieren.</translation>
    </message>
    <message>
        <source>The drawing contains a number with too many digits.</source>
        <translation>Die Zeichnung enthält eine Zahl mit zu vielen Stellen.</translation>
    </message>
    <message>
        <source>The drawing is too long to be stored in a PNG; use SVG instead.</source>
        <translation>Die Zeichnung ist zu lang, um in einem PNG zu stehen: Ein SVG nimmt sie auf.</translation>
    </message>
    <message>
        <source>The drawing&apos;s JSON is nested too deeply.</source>
        <translation>Das JSON der Zeichnung ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>The eraser&apos;s radius must be a number up to {0}.</source>
        <translation>Der Radius des Radierers muss eine Zahl bis {0} sein.</translation>
    </message>
    <message>
        <source>The export has no array &quot;{0}&quot;.</source>
        <translation>Dem Export fehlt das Array „{0}“.</translation>
    </message>
    <message>
        <source>The export has no array {0}.</source>
        <translation>Dem Export fehlt das Array {0}.</translation>
    </message>
    <message>
        <source>The export holds neither a drawing nor a picture.</source>
        <translation>Der Export enthält weder eine Zeichnung noch ein Bild.</translation>
    </message>
    <message>
        <source>The export is a damaged archive.</source>
        <translation>Der Export ist ein beschädigtes Archiv.</translation>
    </message>
    <message>
        <source>The export is of format version {0}; this program reads up to {1}.</source>
        <translation>Der Export hat die Formatversion {0}; dieses Programm liest bis {1}.</translation>
    </message>
    <message>
        <source>The export is too large: more than {0} MB.</source>
        <translation>Der Export ist zu groß: mehr als {0} MB.</translation>
    </message>
    <message>
        <source>The export&apos;s &quot;fit&quot; must be numbers: a scale above 0, x and y.</source>
        <translation>„fit“ muss im Export aus Zahlen bestehen: einem Maßstab über 0, x und y.</translation>
    </message>
    <message>
        <source>The export&apos;s &quot;program&quot; must be a text.</source>
        <translation>„program“ muss im Export ein Text sein.</translation>
    </message>
    <message>
        <source>The export&apos;s &quot;weights&quot; must be texts: sha256, name and date.</source>
        <translation>„weights“ muss im Export aus Texten bestehen: sha256, name und date.</translation>
    </message>
    <message>
        <source>The export&apos;s &quot;{0}&quot; and &quot;{1}&quot; do not fit together.</source>
        <translation>„{0}“ und „{1}“ passen im Export nicht zusammen.</translation>
    </message>
    <message>
        <source>The export&apos;s &quot;{0}&quot; must be one of {1}.</source>
        <translation>„{0}“ muss im Export eines von {1} sein.</translation>
    </message>
    <message>
        <source>The export&apos;s array &quot;{0}&quot; contains a number that is not finite.</source>
        <translation>Das Array „{0}“ des Exports enthält etwas, das keine endliche Zahl ist.</translation>
    </message>
    <message>
        <source>The export&apos;s array &quot;{0}&quot; does not hold numbers.</source>
        <translation>Das Array „{0}“ des Exports enthält keine Zahlen.</translation>
    </message>
    <message>
        <source>The export&apos;s array &quot;{0}&quot; has shape {1}, not {2}.</source>
        <translation>Das Array „{0}“ des Exports hat die Form {1}, nicht {2}.</translation>
    </message>
    <message>
        <source>The file&apos;s JSON contains too much data.</source>
        <translation>Das JSON der Datei enthält zu viel, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>The program&apos;s file {0} is missing. Please reinstall the program.</source>
        <translation>Die programmeigene Datei {0} fehlt; bitte das Programm neu installieren.</translation>
    </message>
    <message>
        <source>The session was written by another version.</source>
        <translation>Die Sitzung stammt von einer anderen Version.</translation>
    </message>
    <message>
        <source>{0} has more than {1} lines: split it into several files.</source>
        <translation>{0} hat mehr als {1} Zeilen; bitte aufteilen.</translation>
    </message>
    <message>
        <source>{0} is a pipe or a device, but the data must be read more than once: save them to a file first.</source>
        <translation>{0} ist eine Pipe oder ein Gerät, und Daten werden mehrmals gelesen; bitte in einer Datei speichern und diese nennen.</translation>
    </message>
    <message>
        <source>{0} is a single IDX file; name both the images file and the labels file.</source>
        <translation>{0} ist nur eine IDX-Datei; die Bilder- und die Label-Datei angeben.</translation>
    </message>
    <message>
        <source>{0} is damaged or contains more than weights: in PyTorch, save model.state_dict().</source>
        <translation>{0} ist beschädigt oder enthält mehr als Gewichte, und anderes wird nicht geöffnet: in PyTorch model.state_dict() speichern.</translation>
    </message>
    <message>
        <source>{0} is damaged: {1} contains values that no network can have.</source>
        <translation>{0} ist beschädigt: {1} enthält Werte, die kein Netz haben kann.</translation>
    </message>
    <message>
        <source>{0} is in use by another program. Close it and try again.</source>
        <translation>{0} wird von einem anderen Programm benutzt; dieses schließen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>{0} is neither UNIPEN text nor drawings as JSON Lines. For IDX files, name their folder, or the images file and the labels file.</source>
        <translation>{0} ist weder UNIPEN-Text noch Zeichnungen als JSON Lines; bei IDX-Dateien den Ordner angeben oder die Bilder- und die Label-Datei.</translation>
    </message>
    <message>
        <source>{0} is neither a drawing (JSON) nor a supported picture.</source>
        <translation>{0} ist weder eine Zeichnung (JSON) noch ein Bild, das hier gelesen werden kann.</translation>
    </message>
    <message>
        <source>{0} is not a supported picture.</source>
        <translation>{0} ist kein Bild einer Art, die hier gelesen werden kann.</translation>
    </message>
    <message>
        <source>{0} is not a supported weights file: safetensors, a PyTorch state dict or Keras weights.</source>
        <translation>{0} ist von keiner Art, die sich öffnen lässt; möglich sind safetensors, ein PyTorch-State-Dict oder Keras-Gewichte.</translation>
    </message>
    <message>
        <source>{0} is the collection itself: choose another file.</source>
        <translation>{0} ist die Sammlung selbst: Bitte eine andere Datei nennen.</translation>
    </message>
    <message>
        <source>{0} unpacks to far more data than a data set contains.</source>
        <translation>{0} wird entpackt viel größer, als ein Datensatz ist.</translation>
    </message>
    <message>
        <source>{0}, line {1}: the drawing does not end on its line; a data set has one drawing per line.</source>
        <translation>{0}, Zeile {1}: Die Zeichnung endet nicht in ihrer Zeile; ein Datensatz enthält eine Zeichnung je Zeile.</translation>
    </message>
    <message>
        <source>{0}: pictures can&apos;t be read: {1}.</source>
        <translation>{0}: Bilder können hier nicht gelesen werden: {1}.</translation>
    </message>
    <message>
        <source>The export&apos;s array &quot;{0}&quot; is not a list of equal lists.</source>
        <translation>Das Array „{0}“ des Exports ist keine Liste gleich langer Listen.</translation>
    </message>
    <message>
        <source>&quot;label&quot; must be a whole number or text.</source>
        <translation>„label“ muss eine ganze Zahl ab 0 oder ein Text sein.</translation>
    </message>
    <message>
        <source>All digits to learn from are {0}s: there is nothing to tell apart.</source>
        <translation>Zum Lernen ist nur die Ziffer {0} da: Es gibt nichts zu unterscheiden.</translation>
    </message>
    <message>
        <source>Strokes must come from UNIPEN files or drawings, not from images.</source>
        <translation>Striche müssen aus UNIPEN-Dateien oder Zeichnungen stammen, nicht aus Bildern.</translation>
    </message>
    <message>
        <source>The drawing&apos;s label is not one digit.</source>
        <translation>Die Zeichnung ist nicht mit einer einzelnen Ziffer beschriftet.</translation>
    </message>
    <message>
        <source>The export&apos;s &quot;off&quot; must be maps between input and output, each once: layer, map, and the value that all its numbers have.</source>
        <translation>„off“ muss im Export aus Karten zwischen Ein- und Ausgabe bestehen, jede einmal: layer, map und der Wert, den alle ihre Zahlen haben.</translation>
    </message>
    <message>
        <source>The export&apos;s array &quot;{0}&quot; is not a text in JSON.</source>
        <translation>Das Array „{0}“ des Exports ist kein Text in JSON.</translation>
    </message>
    <message>
        <source>The export&apos;s drawing has more points than a drawing may have.</source>
        <translation>Die Zeichnung des Exports hat mehr Punkte, als eine Zeichnung haben darf.</translation>
    </message>
    <message>
        <source>The export&apos;s picture has shape {0}, not rows and columns of up to {1} pixels, none of its sides longer than {2}.</source>
        <translation>Das Bild des Exports hat die Form {0}, nicht Zeilen und Spalten mit bis zu {1} Pixeln, keine Seite länger als {2}.</translation>
    </message>
    <message>
        <source>The export&apos;s picture holds ink that is not between 0 and 1.</source>
        <translation>Das Bild des Exports enthält Tinte, die nicht zwischen 0 und 1 liegt.</translation>
    </message>
    <message>
        <source>The figure shows a picture&apos;s reading, but does not hold the picture.</source>
        <translation>Die Abbildung zeigt, wie ein Bild gelesen wurde, enthält das Bild aber nicht.</translation>
    </message>
    <message>
        <source>The file does not hold a session.</source>
        <translation>Die Datei enthält keine Sitzung.</translation>
    </message>
    <message>
        <source>The learning rate is too high: the weights grew beyond all bounds. The network is back at step {0}.</source>
        <translation>Die Lernrate ist zu hoch: Die Gewichte wuchsen über alle Grenzen. Das Netz ist wieder bei Schritt {0}.</translation>
    </message>
    <message>
        <source>The run that was kept learned from other digits: {0}. Choose these first.</source>
        <translation>Der gesicherte Lauf hat aus anderen Ziffern gelernt: {0}. Zuerst diese wählen.</translation>
    </message>
    <message>
        <source>The session holds neither a drawing nor a picture.</source>
        <translation>Die Sitzung enthält weder eine Zeichnung noch ein Bild.</translation>
    </message>
    <message>
        <source>The session&apos;s file is not a path.</source>
        <translation>Die Dateiangabe der Sitzung ist kein Pfad.</translation>
    </message>
    <message>
        <source>The session&apos;s picture has no pixels.</source>
        <translation>Das Bild der Sitzung hat keine Pixel.</translation>
    </message>
    <message>
        <source>There are no digits to learn from.</source>
        <translation>Es gibt keine Ziffern zum Lernen.</translation>
    </message>
    <message>
        <source>{0} can&apos;t be opened: {1} files can include other files. Save it as a PNG instead.</source>
        <translation>{0} wird nicht geöffnet, weil {1}-Dateien andere Dateien in sich einbinden können: bitte als PNG speichern.</translation>
    </message>
    <message>
        <source>{0} can&apos;t be read: {1}.</source>
        <translation>{0} kann nicht gelesen werden: {1}.</translation>
    </message>
    <message>
        <source>{0} can&apos;t be used: {1} is not a number.</source>
        <translation>{0} kann nicht verwendet werden: {1} ist keine Zahl.</translation>
    </message>
    <message>
        <source>{0} can&apos;t be used: {1}.</source>
        <translation>{0} kann nicht verwendet werden: {1}.</translation>
    </message>
    <message>
        <source>{0} can&apos;t be written: {1}.</source>
        <translation>{0} kann nicht geschrieben werden: {1}.</translation>
    </message>
    <message>
        <source>{0} can&apos;t be written: {1}. Learning goes on, but is no longer kept.</source>
        <translation>{0} kann nicht geschrieben werden: {1}. Das Lernen geht weiter, wird aber nicht mehr gesichert.</translation>
    </message>
    <message>
        <source>{0} claims {1} bytes of {2}; that is too large.</source>
        <translation>{0} gibt {1} Byte für {2} an; das ist zu viel.</translation>
    </message>
    <message>
        <source>{0} contains no state dict: in PyTorch, save model.state_dict().</source>
        <translation>{0} enthält kein State-Dict: in PyTorch model.state_dict() speichern.</translation>
    </message>
    <message>
        <source>{0} does not fit: its tensors are not plain numbers.</source>
        <translation>{0} passt nicht: Die Tensoren sind keine einfachen Zahlen.</translation>
    </message>
    <message>
        <source>{0} does not fit: {1} has a kernel of {2} as {3} has.</source>
        <translation>{0} passt nicht: {1} mit einem Kernel von {2}, wie ihn {3} hat.</translation>
    </message>
    <message>
        <source>{0} does not fit: {1} has shape {2}, not {3}.</source>
        <translation>{0} passt nicht: {1} hat die Form {2}, nicht {3}.</translation>
    </message>
    <message>
        <source>{0} does not fit: {1} holds no floats.</source>
        <translation>{0} passt nicht: {1} enthält keine Gleitkommazahlen.</translation>
    </message>
    <message>
        <source>{0} does not fit: {1} holds {2}, not floats.</source>
        <translation>{0} passt nicht: {1} enthält {2}, keine Gleitkommazahlen.</translation>
    </message>
    <message>
        <source>{0} does not fit: {1} is too large.</source>
        <translation>{0} passt nicht: {1} ist zu groß.</translation>
    </message>
    <message>
        <source>{0} ends before that part: it has {1}×{2} pixels.</source>
        <translation>{0} endet vor diesem Ausschnitt: Es hat {1}×{2} Pixel.</translation>
    </message>
    <message>
        <source>{0} ends within its header of {1} bytes.</source>
        <translation>{0} endet schon im Kopf von {1} Byte.</translation>
    </message>
    <message>
        <source>{0} has a damaged {1}.</source>
        <translation>In {0} ist {1} beschädigt.</translation>
    </message>
    <message>
        <source>{0} has no digits to learn from.</source>
        <translation>{0} enthält keine Ziffern zum Lernen.</translation>
    </message>
    <message>
        <source>{0} has no {1} and no {1}.gz.</source>
        <translation>In {0} gibt es weder {1} noch {1}.gz.</translation>
    </message>
    <message>
        <source>{0} has only one digit: none can be held out.</source>
        <translation>{0} enthält nur eine Ziffer: Für die Validierung bleibt keine übrig.</translation>
    </message>
    <message>
        <source>{0} has {1} images but {2} has {3} labels.</source>
        <translation>{0} enthält {1} Bilder, {2} aber {3} Labels.</translation>
    </message>
    <message>
        <source>{0} holds images of {1}×{2}, not of {3}×{3}.</source>
        <translation>{0} enthält Bilder von {1}×{2}, nicht von {3}×{3}.</translation>
    </message>
    <message>
        <source>{0} holds labels that are not digits.</source>
        <translation>{0} enthält Labels, die keine Ziffern sind.</translation>
    </message>
    <message>
        <source>{0} holds more than {1} blank lines in a row.</source>
        <translation>{0} enthält mehr als {1} Leerzeilen hintereinander.</translation>
    </message>
    <message>
        <source>{0} holds more than {1} digits.</source>
        <translation>{0} enthält mehr als {1} Ziffern.</translation>
    </message>
    <message>
        <source>{0} holds no picture but a pointer to one in Git LFS: fetch it by “git lfs pull”.</source>
        <translation>{0} enthält kein Bild, nur einen Verweis auf eines in Git LFS: Holen Sie es mit „git lfs pull“.</translation>
    </message>
    <message>
        <source>{0} is a damaged HDF5 file.</source>
        <translation>{0} ist eine beschädigte HDF5-Datei.</translation>
    </message>
    <message>
        <source>{0} is a damaged archive.</source>
        <translation>{0} ist ein beschädigtes Archiv.</translation>
    </message>
    <message>
        <source>{0} is a damaged gzip file.</source>
        <translation>{0} ist eine beschädigte gzip-Datei.</translation>
    </message>
    <message>
        <source>{0} is a damaged picture: a part of it is missing at the end.</source>
        <translation>{0} ist ein beschädigtes Bild: Am Ende fehlt ein Teil.</translation>
    </message>
    <message>
        <source>{0} is a damaged picture: {1}.</source>
        <translation>{0} ist ein beschädigtes Bild: {1}.</translation>
    </message>
    <message>
        <source>{0} is a picture in {1}, which can&apos;t be read here: save it as JPEG or PNG.</source>
        <translation>{0} ist ein Bild in {1}, das hier nicht gelesen werden kann: Speichern Sie es als JPEG oder PNG.</translation>
    </message>
    <message>
        <source>{0} is a web page, not a picture: save the picture that it shows instead.</source>
        <translation>{0} ist eine Webseite, kein Bild: Speichern Sie stattdessen das Bild, das sie zeigt.</translation>
    </message>
    <message>
        <source>{0} is damaged or not a safetensors file.</source>
        <translation>{0} ist beschädigt oder keine safetensors-Datei.</translation>
    </message>
    <message>
        <source>{0} is empty.</source>
        <translation>{0} ist leer.</translation>
    </message>
    <message>
        <source>{0} is not a LeNet-5: it also has {1}.</source>
        <translation>{0} ist kein LeNet-5: Darin ist auch {1}.</translation>
    </message>
    <message>
        <source>{0} is not a LeNet-5: it has no {1}.</source>
        <translation>{0} ist kein LeNet-5: Es fehlt {1}.</translation>
    </message>
    <message>
        <source>{0} is not a LeNet-5: it has {1} where {2} belongs.</source>
        <translation>{0} ist kein LeNet-5: Darin steht {1}, wo {2} hingehört.</translation>
    </message>
    <message>
        <source>{0} is not a file.</source>
        <translation>{0} ist keine Datei.</translation>
    </message>
    <message>
        <source>{0} is not a run of training that can go on.</source>
        <translation>{0} ist kein Trainingslauf, der sich fortsetzen lässt.</translation>
    </message>
    <message>
        <source>{0} is not an IDX file of {1}: it begins with {2}, not {3}.</source>
        <translation>{0} ist keine IDX-Datei für {1}: Am Anfang steht {2}, nicht {3}.</translation>
    </message>
    <message>
        <source>{0} is one of two IDX files, and its name does not tell the other&apos;s: name them as MNIST does, {1}-images-idx3-ubyte and {1}-labels-idx1-ubyte.</source>
        <translation>{0} ist eine von zwei IDX-Dateien, und ihr Name verrät die andere nicht: wie bei MNIST {1}-images-idx3-ubyte und {1}-labels-idx1-ubyte nennen.</translation>
    </message>
    <message>
        <source>{0} is too large to be a LeNet-5 when unpacked.</source>
        <translation>{0} ist entpackt zu groß für ein LeNet-5.</translation>
    </message>
    <message>
        <source>{0} is too large to be a LeNet-5.</source>
        <translation>{0} ist zu groß für ein LeNet-5.</translation>
    </message>
    <message>
        <source>{0} is too large to be a LeNet-5: too many files in it.</source>
        <translation>{0} ist zu groß für ein LeNet-5: zu viele Dateien darin.</translation>
    </message>
    <message>
        <source>{0} is too large to be a LeNet-5: {1} bytes.</source>
        <translation>{0} ist zu groß für ein LeNet-5: {1} Byte.</translation>
    </message>
    <message>
        <source>{0} is too large: more than {1} MB.</source>
        <translation>{0} ist zu groß: mehr als {1} MB.</translation>
    </message>
    <message>
        <source>{0} is too large: {1}×{2} pixels, where {3} million can be read.</source>
        <translation>{0} ist zu groß: {1}×{2} Pixel; gelesen werden können {3} Millionen.</translation>
    </message>
    <message>
        <source>{0} keeps {1} in another file.</source>
        <translation>{0} verweist für {1} auf eine andere Datei.</translation>
    </message>
    <message>
        <source>{0} must end in {1}.</source>
        <translation>{0} muss auf {1} enden.</translation>
    </message>
    <message>
        <source>{0} should hold {1} bytes of {2} but holds {3}.</source>
        <translation>{0} sollte {1} Byte für {2} enthalten, enthält aber {3}.</translation>
    </message>
    <message>
        <source>{0}, line {1}: longer than {2} bytes.</source>
        <translation>{0}, Zeile {1}: länger als {2} Byte.</translation>
    </message>
    <message>
        <source>{0}, line {1}: more lines than a digit has.</source>
        <translation>{0}, Zeile {1}: mehr Zeilen, als eine Ziffer hat.</translation>
    </message>
    <message>
        <source>{0}, line {1}: not a point: {2}.</source>
        <translation>{0}, Zeile {1}: kein Punkt: {2}.</translation>
    </message>
    <message>
        <source>{0}, line {1}: not text in UTF-8.</source>
        <translation>{0}, Zeile {1}: kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>{0}, line {1}: the drawing has no label.</source>
        <translation>{0}, Zeile {1}: Die Zeichnung sagt nicht, welche Ziffer sie ist.</translation>
    </message>
    <message>
        <source>{0}, line {1}: {2}</source>
        <translation>{0}, Zeile {1}: {2}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>Experiments</name>
    <message>
        <source>A learning rate too high</source>
        <translation>Eine zu hohe Lernrate</translation>
    </message>
    <message>
        <source>Each step overshoots: the loss jumps and hardly falls. Try 0.02 afterwards.</source>
        <translation>Jeder Schritt schießt über das Ziel hinaus: Der Verlust springt und sinkt kaum. Danach 0,02 ausprobieren.</translation>
    </message>
    <message>
        <source>A hundred digits only</source>
        <translation>Nur hundert Ziffern</translation>
    </message>
    <message>
        <source>It learns them by heart: training accuracy reaches 100 %, validation accuracy stays behind, and its loss rises again.</source>
        <translation>Das Netz lernt sie auswendig: Die Trainingsgenauigkeit erreicht 100 %, die Validierungsgenauigkeit bleibt zurück, und der Verlust der Validierung steigt wieder.</translation>
    </message>
    <message>
        <source>With dropout</source>
        <translation>Mit Dropout</translation>
    </message>
    <message>
        <source>Half of the units of C5 and F6 are switched off in each step. Learning takes longer, and training and validation stay closer. Compare it with no dropout.</source>
        <translation>In jedem Schritt ist die Hälfte der Neuronen von C5 und F6 ausgeschaltet. Das Lernen dauert länger, und Training und Validierung bleiben näher beieinander. Mit einem Lauf ohne Dropout vergleichen.</translation>
    </message>
    <message>
        <source>Begin from the shipped weights</source>
        <translation>Mit den mitgelieferten Gewichten beginnen</translation>
    </message>
    <message>
        <source>It reads well from the first step, and the loss is small: there is little left to learn from these digits.</source>
        <translation>Das Netz liest vom ersten Schritt an gut, und der Verlust ist klein: Aus diesen Ziffern ist kaum noch etwas zu lernen.</translation>
    </message>
    <message>
        <source>The tutorial’s recipe</source>
        <translation>Das Rezept des Tutorials</translation>
    </message>
    <message>
        <source>A widespread tutorial: Adam with a learning rate of 0.01, dropout 0.2, and binary cross-entropy over the softmax.</source>
        <translation>Ein verbreitetes Tutorial: Adam mit einer Lernrate von 0,01, Dropout 0,2 und binärer Kreuzentropie über dem Softmax.</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>&amp;Picture of the network…</source>
        <translation>&amp;Bild des Netzes …</translation>
    </message>
    <message>
        <source>&amp;Picture of {0}…</source>
        <translation>&amp;Bild von {0} …</translation>
    </message>
    <message>
        <source>Picture copied</source>
        <translation>Bild kopiert</translation>
    </message>
    <message>
        <source>Export failed</source>
        <translation>Export fehlgeschlagen</translation>
    </message>
    <message>
        <source>&amp;Numbers…</source>
        <translation>Z&amp;ahlen …</translation>
    </message>
    <message>
        <source>Exported to {0}</source>
        <translation>Nach {0} exportiert</translation>
    </message>
</context>
<context>
    <name>Eye</name>
    <message>
        <source>Turn it on again (O)</source>
        <translation>Wieder einschalten (O)</translation>
    </message>
    <message>
        <source>Turn it off, to see how the network reads without it (O)</source>
        <translation>Ausschalten, um zu sehen, wie das Netz ohne sie liest (O)</translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>Something went wrong. Your drawing is still there.</source>
        <translation>Etwas ist schiefgegangen. Die Zeichnung ist noch da.</translation>
    </message>
    <message>
        <source>The details are in {0}.</source>
        <translation>Einzelheiten stehen in {0}.</translation>
    </message>
    <message>
        <source>No log file could be written.</source>
        <translation>Es konnte keine Protokolldatei geschrieben werden.</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>PNG pictures</source>
        <translation>PNG-Bilder</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>Zeichnungen</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Your changes will be lost if you don&apos;t save them.</source>
        <translation>Was nicht gespeichert wird, geht verloren.</translation>
    </message>
    <message>
        <source>The drawing could not be saved</source>
        <translation>Die Zeichnung konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Save the changes to “{0}”?</source>
        <translation>Änderungen an „{0}“ speichern?</translation>
    </message>
    <message>
        <source>Save changes?</source>
        <translation>Änderungen speichern?</translation>
    </message>
</context>
<context>
    <name>FirstPage</name>
    <message>
        <source>Nothing is pinned yet</source>
        <translation>Noch nichts angeheftet</translation>
    </message>
    <message>
        <source>Draw a digit and pin it ({0}). Then draw another one, or change it: you see in which layers the network tells the two apart.

Or see what training has done: let another set of weights read the same drawing.</source>
        <translation>Eine Ziffer zeichnen und anheften ({0}), dann eine andere zeichnen oder sie ändern: So ist zu sehen, in welchen Schichten das Netz die beiden unterscheidet.

Oder was das Training bewirkt hat: dieselbe Zeichnung mit anderen Gewichten lesen lassen.</translation>
    </message>
    <message>
        <source>Pin what is on the canvas</source>
        <translation>Zeichenfläche anheften</translation>
    </message>
    <message>
        <source>Compare two sets of weights</source>
        <translation>Zwei Gewichtssätze vergleichen</translation>
    </message>
</context>
<context>
    <name>FocusDetails</name>
    <message>
        <source>kernels {0} … {1}</source>
        <translation>Kernel {0} … {1}</translation>
    </message>
    <message>
        <source>Kernel of map {0}, row {1}, column {2}: {3}</source>
        <translation>Kernel von Karte {0}, Zeile {1}, Spalte {2}: {3}</translation>
    </message>
    <message>
        <source>Kernel from map {0} to map {1}, row {2}, column {3}: {4}</source>
        <translation>Kernel von Karte {0} zu Karte {1}, Zeile {2}, Spalte {3}: {4}</translation>
    </message>
</context>
<context>
    <name>GradientBars</name>
    <message>
        <source>Size of each layer&apos;s gradient</source>
        <translation>Gradientennorm jeder Schicht</translation>
    </message>
    <message>
        <source>How strongly the loss of the last batch changes with each layer&apos;s weights: the root of the sum of the squared derivatives</source>
        <translation>Wie stark sich der Verlust des letzten Stapels mit den Gewichten jeder Schicht ändert: die Wurzel aus der Summe der quadrierten Ableitungen</translation>
    </message>
</context>
<context>
    <name>Helping</name>
    <message>
        <source>Can&apos;t open this example</source>
        <translation>Dieses Beispiel lässt sich nicht öffnen</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>Show the activations of every layer</source>
        <translation>Die Aktivierungen aller Schichten zeigen</translation>
    </message>
    <message>
        <source>The activations of every layer, from the input down to the output. Point at a cell to see its value; click it to see how the value is calculated.</source>
        <translation>Die Aktivierungen aller Schichten, von der Eingabe hinab bis zur Ausgabe. Auf eine Zelle zeigen, um sie zu lesen; anklicken, um ihren Wert aufzuschlüsseln.</translation>
    </message>
    <message>
        <source>Show why it is read as one digit and not another</source>
        <translation>Zeigen, warum die eine Ziffer gelesen wird und nicht eine andere</translation>
    </message>
    <message>
        <source>Why the drawing is read as one digit and not another: what each stroke, all ink and every unit adds to the difference of their scores. Click a probability bar to weigh another digit.</source>
        <translation>Warum die Zeichnung als die eine Ziffer gelesen wird und nicht als eine andere: was jeder Strich, die Tinte und jedes Neuron zur Differenz der beiden Wertungen beiträgt. Ein Klick auf einen Wahrscheinlichkeitsbalken wählt eine andere Ziffer.</translation>
    </message>
    <message>
        <source>Compare two drawings, or two sets of weights</source>
        <translation>Zwei Zeichnungen oder zwei Gewichtssätze vergleichen</translation>
    </message>
    <message>
        <source>Pin what is on the canvas and draw another digit: scores, maps and their differences stand side by side, layer by layer. Or let another network read the same drawing.</source>
        <translation>Anheften, was auf der Zeichenfläche ist, und eine andere Ziffer zeichnen: Wertungen, Karten und ihre Differenzen stehen Schicht für Schicht nebeneinander. Oder ein anderes Netz dieselbe Zeichnung lesen lassen.</translation>
    </message>
    <message>
        <source>Train the network while it reads your drawing</source>
        <translation>Das Netz trainieren, während es die Zeichnung liest</translation>
    </message>
    <message>
        <source>The network learns on this computer while it reads your drawing. Press Start: you see noise become a reading.</source>
        <translation>Das Netz lernt auf diesem Computer, während es die Zeichnung liest. „Start“ drücken: Aus Rauschen wird ein Ergebnis.</translation>
    </message>
    <message>
        <source>Start a new drawing</source>
        <translation>Eine neue Zeichnung beginnen</translation>
    </message>
    <message>
        <source>Open a drawing, a picture or an export</source>
        <translation>Eine Zeichnung, ein Bild oder etwas Exportiertes öffnen</translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation>Die Zeichnung speichern</translation>
    </message>
    <message>
        <source>Save the drawing as another file</source>
        <translation>Die Zeichnung als andere Datei speichern</translation>
    </message>
    <message>
        <source>Load weights from a file, saved by this program or another</source>
        <translation>Gewichte aus einer Datei laden, von diesem oder einem anderen Programm</translation>
    </message>
    <message>
        <source>Go back to the weights that came with the program</source>
        <translation>Zu den mitgelieferten Gewichten zurückkehren</translation>
    </message>
    <message>
        <source>Cut the drawing</source>
        <translation>Die Zeichnung ausschneiden</translation>
    </message>
    <message>
        <source>Copy the drawing</source>
        <translation>Die Zeichnung kopieren</translation>
    </message>
    <message>
        <source>Paste a drawing, a picture or a file onto the canvas</source>
        <translation>Eine Zeichnung, ein Bild oder eine Datei auf der Zeichenfläche einfügen</translation>
    </message>
    <message>
        <source>Copy the selection, or the whole network, as a picture</source>
        <translation>Das Ausgewählte oder das ganze Netz als Bild kopieren</translation>
    </message>
    <message>
        <source>Browse a data set of labelled digits</source>
        <translation>Einen Datensatz mit beschrifteten Ziffern durchsehen</translation>
    </message>
    <message>
        <source>Browse your corrected drawings</source>
        <translation>Die eigenen korrigierten Zeichnungen durchsehen</translation>
    </message>
    <message>
        <source>Undo the most recent correction</source>
        <translation>Die zuletzt gemachte Korrektur rückgängig machen</translation>
    </message>
    <message>
        <source>Quit the program</source>
        <translation>Das Programm beenden</translation>
    </message>
    <message>
        <source>Undo the last step</source>
        <translation>Den letzten Schritt rückgängig machen</translation>
    </message>
    <message>
        <source>Redo the step that was undone</source>
        <translation>Den zurückgenommenen Schritt wiederholen</translation>
    </message>
    <message>
        <source>Clear the canvas</source>
        <translation>Die Zeichenfläche leeren</translation>
    </message>
    <message>
        <source>Replay the drawing, with its reading at every moment</source>
        <translation>Die Zeichnung wiedergeben, mit dem Ergebnis zu jedem Zeitpunkt</translation>
    </message>
    <message>
        <source>Select the whole drawing to move, scale and rotate it</source>
        <translation>Die ganze Zeichnung fassen, um sie zu verschieben, zu skalieren und zu drehen</translation>
    </message>
    <message>
        <source>Draw with the pen</source>
        <translation>Mit dem Stift zeichnen</translation>
    </message>
    <message>
        <source>Cancel what is in progress, or close what is open</source>
        <translation>Abbrechen, was im Gange ist, oder schließen, was offen ist</translation>
    </message>
    <message>
        <source>Pin what is on the canvas, to compare it with what you draw next</source>
        <translation>Anheften, was auf der Zeichenfläche ist, und mit der nächsten Zeichnung vergleichen</translation>
    </message>
    <message>
        <source>Type what the number was: each digit is added to your corrections</source>
        <translation>Eingeben, welche Zahl es war: Jede Ziffer kommt zu Ihren Korrekturen</translation>
    </message>
    <message>
        <source>Draw on a page twice as wide, for whole numbers</source>
        <translation>Auf einer doppelt so breiten Seite zeichnen, für ganze Zahlen</translation>
    </message>
    <message>
        <source>Look into the number’s next digit</source>
        <translation>Die nächste Ziffer der Zahl betrachten</translation>
    </message>
    <message>
        <source>Look into the number’s previous digit</source>
        <translation>Die vorige Ziffer der Zahl betrachten</translation>
    </message>
    <message>
        <source>Choose the part of the picture to read</source>
        <translation>Den Teil des Bildes wählen, der gelesen wird</translation>
    </message>
    <message>
        <source>Erase ink; dragging with the right mouse button erases, too</source>
        <translation>Tinte radieren; auch durch Ziehen mit der rechten Maustaste</translation>
    </message>
    <message>
        <source>Move, scale and rotate the whole drawing</source>
        <translation>Die ganze Zeichnung verschieben, skalieren und drehen</translation>
    </message>
    <message>
        <source>Draw with the keyboard: arrow keys move, Space puts the pen down</source>
        <translation>Mit der Tastatur zeichnen: Pfeiltasten bewegen, die Leertaste setzt den Stift auf</translation>
    </message>
    <message>
        <source>Make the pen or eraser wider</source>
        <translation>Den Stift oder den Radierer breiter machen</translation>
    </message>
    <message>
        <source>Make the pen or eraser narrower</source>
        <translation>Den Stift oder den Radierer schmaler machen</translation>
    </message>
    <message>
        <source>Scale and centre the ink like MNIST&apos;s digits, or shrink the whole canvas as it is</source>
        <translation>Die Tinte wie in MNIST skalieren und zentrieren; sonst wird die ganze Zeichenfläche verkleinert</translation>
    </message>
    <message>
        <source>Lock the colour scale, to compare two drawings</source>
        <translation>Die Farbskala beibehalten, um zwei Zeichnungen zu vergleichen</translation>
    </message>
    <message>
        <source>Choose the range of values that the colours cover</source>
        <translation>Den Wertebereich der Farben wählen</translation>
    </message>
    <message>
        <source>Show the values that the network passes on, or the sums before tanh</source>
        <translation>Die Werte zeigen, die das Netz weitergibt, oder die Summen vor tanh</translation>
    </message>
    <message>
        <source>Choose the colours for negative and positive values</source>
        <translation>Die Farben für negative und positive Werte wählen</translation>
    </message>
    <message>
        <source>Switch the map under the pointer, or the selected one, off or on again</source>
        <translation>Die Karte unter dem Zeiger oder die ausgewählte aus- oder wieder einschalten</translation>
    </message>
    <message>
        <source>Switch all maps on again</source>
        <translation>Alle Karten wieder einschalten</translation>
    </message>
    <message>
        <source>See which map matters most for this drawing: each is switched off alone</source>
        <translation>Sehen, welche Karte für diese Zeichnung am wichtigsten ist: jede wird einzeln abgeschaltet</translation>
    </message>
    <message>
        <source>Choose a light or dark theme</source>
        <translation>Ein helles oder dunkles Design wählen</translation>
    </message>
    <message>
        <source>Increase the contrast of text and outlines</source>
        <translation>Den Kontrast von Schrift und Umrissen erhöhen</translation>
    </message>
    <message>
        <source>Let the kernel slide over a map in single steps only</source>
        <translation>Den Kernel nur in einzelnen Schritten über eine Karte gleiten lassen</translation>
    </message>
    <message>
        <source>Choose the language</source>
        <translation>Die Sprache wählen</translation>
    </message>
    <message>
        <source>Make text larger</source>
        <translation>Schrift vergrößern</translation>
    </message>
    <message>
        <source>Make text smaller</source>
        <translation>Schrift verkleinern</translation>
    </message>
    <message>
        <source>Reset text to the system&apos;s size</source>
        <translation>Schrift auf die Größe des Systems zurücksetzen</translation>
    </message>
    <message>
        <source>Reset the layout of the panels</source>
        <translation>Die Anordnung der Bereiche zurücksetzen</translation>
    </message>
    <message>
        <source>Take a short tour in five steps</source>
        <translation>Rundgang in fünf kurzen Schritten</translation>
    </message>
    <message>
        <source>Show all keyboard shortcuts</source>
        <translation>Alle Tastenkürzel anzeigen</translation>
    </message>
    <message>
        <source>Click a part of the window to see what it does</source>
        <translation>Einen Teil des Fensters anklicken, um zu sehen, was er tut</translation>
    </message>
    <message>
        <source>Show versions, weights and licences</source>
        <translation>Versionen, Gewichte und Lizenzen ansehen</translation>
    </message>
    <message>
        <source>Export the drawing as a picture</source>
        <translation>Die Zeichnung als Bild exportieren</translation>
    </message>
    <message>
        <source>Export the framed 28×28 pixels, white on black as in MNIST</source>
        <translation>Die gerahmten 28×28 Pixel exportieren, weiß auf schwarz wie in MNIST</translation>
    </message>
    <message>
        <source>Export a picture of the selection, or of the whole network</source>
        <translation>Ein Bild des Ausgewählten oder des ganzen Netzes exportieren</translation>
    </message>
    <message>
        <source>Export the strokes and the numbers of every layer</source>
        <translation>Die Striche und die Zahlen aller Schichten exportieren</translation>
    </message>
    <message>
        <source>Load an example of a {0}</source>
        <translation>Ein Beispiel für eine {0} laden</translation>
    </message>
    <message>
        <source>A map that is off is all zeros: it adds nothing to the sums after it</source>
        <translation>Eine Karte, die aus ist, besteht aus Nullen: Sie trägt zu den Summen nach ihr nichts bei</translation>
    </message>
    <message>
        <source>A map that is off has its mean over 4,000 digits: it says the same of every drawing</source>
        <translation>Eine Karte, die aus ist, hat ihren Mittelwert über 4&#x202f;000 Ziffern: Sie sagt über jede Zeichnung dasselbe</translation>
    </message>
    <message>
        <source>Correct the reading to {0} and save the drawing</source>
        <translation>Das Ergebnis auf {0} korrigieren und die Zeichnung aufheben</translation>
    </message>
    <message>
        <source>The canvas: draw a digit here with the mouse, a pen or a finger. It is read while you draw.</source>
        <translation>Die Zeichenfläche: Hier wird mit Maus, Stift oder Finger eine Ziffer gezeichnet und schon beim Zeichnen gelesen.</translation>
    </message>
    <message>
        <source>The tools, undo and redo, and a slider for the width of the pen or eraser.</source>
        <translation>Die Werkzeuge, Rückgängig und Wiederholen, und ein Schieberegler für die Breite von Stift oder Radierer.</translation>
    </message>
    <message>
        <source>What the network sees: your ink, framed to 28×28 pixels, then padded with two pixels of paper on each side.</source>
        <translation>Was das Netz sieht: das Gezeichnete, dann gerahmt in 28×28 Pixeln, dann mit zwei Pixeln Papier auf jeder Seite.</translation>
    </message>
    <message>
        <source>When on, your ink is scaled and centred like the MNIST digits that the network learned from. When off, the network gets the whole canvas as it is.</source>
        <translation>An: Die Tinte wird skaliert und zentriert wie die Ziffern in MNIST, aus denen das Netz gelernt hat. Aus: Es bekommt die ganze Zeichenfläche, wie sie ist.</translation>
    </message>
    <message>
        <source>The verdict: a digit, a toss-up between two, or a drawing that doesn&apos;t look like a digit. A picture whose digit depends on the threshold is a toss-up, too.</source>
        <translation>Das Urteil: die gelesene Ziffer, unentschieden zwischen zweien, oder eine Zeichnung, die keiner Ziffer gleicht. Ein Bild, dessen Ziffer von der Schwelle abhängt, ist ebenfalls unentschieden.</translation>
    </message>
    <message>
        <source>Maps that you switched off: the network reads without them. Open the menu to see them and to choose the value at which they are held.</source>
        <translation>Karten, die Sie abgeschaltet haben: Das Netz liest ohne sie. Im Menü stehen sie, und der Wert, auf dem sie gehalten werden, lässt sich wählen.</translation>
    </message>
    <message>
        <source>The whole number: each digit with its probability, and how likely all of it is right. Click a digit to look into it. Points and dashes are left out.</source>
        <translation>Die ganze Zahl: jede Ziffer mit ihrer Wahrscheinlichkeit, und wie wahrscheinlich alles stimmt. Klick auf eine Ziffer zeigt, wie sie gelesen wird. Punkte und Striche werden weggelassen.</translation>
    </message>
    <message>
        <source>The network&apos;s probability for each digit. All ten add up to 100&#xa0;%, whatever you draw.</source>
        <translation>Wie wahrscheinlich jede Ziffer für das Netz ist. Alle zehn ergeben zusammen 100&#xa0;%, was auch immer gezeichnet ist.</translation>
    </message>
    <message>
        <source>If the reading is wrong, click the right digit: the drawing is saved with it among your corrections. Click again to undo that. Only drawings can be corrected, not pictures. A digit of a data set shows its label here.</source>
        <translation>Wurde falsch gelesen, die richtige Ziffer anklicken: Die Zeichnung wird damit unter den Korrekturen gespeichert. Ein zweiter Klick macht das rückgängig. Nur Zeichnungen lassen sich korrigieren, Bilder nicht. Bei Ziffern aus einem Datensatz steht hier, welche es sind.</translation>
    </message>
    <message>
        <source>How the reading changed while you drew: a line for each digit that was likely at some point, from the first ink on the left to now on the right.</source>
        <translation>Wie das Ergebnis zustande kam: eine Linie für jede Ziffer, die irgendwann wahrscheinlich war, vom ersten Punkt links bis jetzt rechts.</translation>
    </message>
    <message>
        <source>Replays the drawing, at its own speed or another, and reads it at every moment.</source>
        <translation>Die Wiedergabe: Die Zeichnung entsteht noch einmal, so schnell wie gezeichnet oder mit anderem Tempo, und wird zu jedem Zeitpunkt gelesen.</translation>
    </message>
    <message>
        <source>The unit under the pointer, the weights in use, and how long the last reading took.</source>
        <translation>Das betrachtete Neuron, wessen Gewichte lesen, und wie lange das letzte Lesen gedauert hat.</translation>
    </message>
    <message>
        <source>The range of values that the colours cover: −1 to 1, each layer&apos;s own, or each map&apos;s own.</source>
        <translation>Welchen Wertebereich die Farben umfassen: −1 bis 1, den jeder Schicht oder den jeder Karte.</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>Probabilities while you drew</source>
        <translation>Verlauf der Wahrscheinlichkeiten</translation>
    </message>
    <message>
        <source>The probability of each digit that was likely at some point, from the first ink on the left to now on the right.
Click or drag to see the drawing at that moment (←, →, Home, End; Space plays)</source>
        <translation>Die Wahrscheinlichkeit jeder Ziffer, die irgendwann wahrscheinlich war, vom ersten Punkt links bis jetzt rechts.
Klicken oder ziehen zeigt den damaligen Stand (←, →, Pos1, Ende; Leertaste spielt ab)</translation>
    </message>
</context>
<context>
    <name>HowPage</name>
    <message>
        <source>How is this computed?</source>
        <translation>Wie wird das berechnet?</translation>
    </message>
</context>
<context>
    <name>InkView</name>
    <message>
        <source>Which ink speaks for which digit</source>
        <translation>Welche Tinte für welche Ziffer spricht</translation>
    </message>
    <message>
        <source>Ink has the colour of the digit whose score it raises over the other&apos;s. The stronger the colour, the more it counts.</source>
        <translation>Die Tinte hat die Farbe der Ziffer, deren Wertung sie gegenüber der anderen hebt. Je kräftiger die Farbe, desto mehr zählt sie.</translation>
    </message>
    <message>
        <source>blank page</source>
        <translation>leeres Blatt</translation>
    </message>
    <message>
        <source>all ink</source>
        <translation>alle Tinte</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>{0} minus {1}</source>
        <translation>{0} minus {1}</translation>
    </message>
    <message>
        <source>error {0}</source>
        <translation>Fehler {0}</translation>
    </message>
    <message>
        <source>for</source>
        <translation>für</translation>
    </message>
</context>
<context>
    <name>Inside</name>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Close the inspector</source>
        <translation>Inspektor schließen</translation>
    </message>
    <message>
        <source>Slide the whole network over the number, and see how it reads alone</source>
        <translation>Das ganze Netz über die Zahl gleiten lassen und sehen, wie es allein liest</translation>
    </message>
    <message>
        <source>Slide over the number</source>
        <translation>Über die Zahl gleiten</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>Gleiten</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Show it large; double-clicking a map or a layer&apos;s name does the same</source>
        <translation>Groß ansehen; das geht auch mit einem Doppelklick auf eine Karte oder einen Schichtnamen</translation>
    </message>
    <message>
        <source>Click any cell of the network to see how its value is calculated.</source>
        <translation>Ein Klick auf eine Zelle des Netzes zeigt, wie ihr Wert berechnet wird.</translation>
    </message>
    <message>
        <source>No network is loaded.</source>
        <translation>Es ist kein Netz geladen.</translation>
    </message>
    <message>
        <source>Draw a digit to see this unit&apos;s sum.</source>
        <translation>Sobald eine Ziffer gezeichnet ist, steht hier die Summe dieses Neurons.</translation>
    </message>
    <message>
        <source>Draw a digit to see this map.</source>
        <translation>Sobald eine Ziffer gezeichnet ist, steht hier diese Karte.</translation>
    </message>
    <message>
        <source>Draw a digit to see this layer.</source>
        <translation>Sobald eine Ziffer gezeichnet ist, steht hier diese Schicht.</translation>
    </message>
    <message>
        <source>before tanh</source>
        <translation>vor tanh</translation>
    </message>
    <message>
        <source>Whole map</source>
        <translation>Ganze Karte</translation>
    </message>
    <message>
        <source>Whole layer</source>
        <translation>Ganze Schicht</translation>
    </message>
    <message>
        <source>Off one by one…</source>
        <translation>Einzeln abschalten …</translation>
    </message>
    <message>
        <source>See which map matters most for this drawing</source>
        <translation>Sehen, welche Karte für diese Zeichnung am wichtigsten ist</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>{0} units</source>
        <translation>{0} Neuronen</translation>
    </message>
    <message>
        <source>mean of {0} values = {1}</source>
        <translation>Mittel aus {0} Werten = {1}</translation>
    </message>
    <message>
        <source>← and → choose another input map.</source>
        <translation>← und → wählen eine andere Eingabekarte.</translation>
    </message>
    <message>
        <source>ink {0}</source>
        <translation>Tinte {0}</translation>
    </message>
    <message>
        <source>A pixel of the input: 1 is ink, 0 is paper. The units that see it are outlined in every layer.</source>
        <translation>Ein Pixel der Eingabe: 1 ist Tinte, 0 ist Papier. In jeder Schicht sind die Neuronen umrandet, die es sehen.</translation>
    </message>
    <message>
        <source>products {0}  +  bias {1}  =  {2}</source>
        <translation>Produkte {0}  +  Bias {1}  =  {2}</translation>
    </message>
    <message>
        <source>tanh  →  {0}</source>
        <translation>tanh  →  {0}</translation>
    </message>
    <message>
        <source>softmax  →  {0}</source>
        <translation>Softmax  →  {0}</translation>
    </message>
    <message>
        <source>off: held at {0}</source>
        <translation>aus: gehalten auf {0}</translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>The inspector: how the selected unit&apos;s value is calculated, or how the selected layer works.</source>
        <translation>Der Inspektor: wie das ausgewählte Neuron zu seinem Wert kommt oder wie die ausgewählte Schicht arbeitet.</translation>
    </message>
    <message>
        <source>Show or hide the calculation of a unit&apos;s value</source>
        <translation>Die Berechnung eines Neurons ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show the inspector in a window of its own</source>
        <translation>Den Inspektor in einem eigenen Fenster zeigen</translation>
    </message>
</context>
<context>
    <name>ItWas</name>
    <message>
        <source>It was</source>
        <translation>Richtig war</translation>
    </message>
    <message>
        <source>Label: {0}</source>
        <translation>Richtig ist: {0}</translation>
    </message>
    <message>
        <source>The data set&apos;s label, {0}: the reading agrees</source>
        <translation>Laut Datensatz eine {0}: so wurde sie auch gelesen</translation>
    </message>
    <message>
        <source>The data set&apos;s label, {0}: the reading differs</source>
        <translation>Laut Datensatz eine {0}: gelesen wurde etwas anderes</translation>
    </message>
    <message>
        <source>The data set&apos;s label, {0}</source>
        <translation>Laut Datensatz eine {0}</translation>
    </message>
</context>
<context>
    <name>KernelsView</name>
    <message>
        <source>Kernels of {0}</source>
        <translation>Kernel von {0}</translation>
    </message>
</context>
<context>
    <name>KeyboardHand</name>
    <message>
        <source>Drawing with the keyboard: arrow keys move the cursor, Space puts the pen down or lifts it, Esc ends</source>
        <translation>Mit der Tastatur zeichnen: Pfeile bewegen, Leertaste setzt auf und hebt ab, Esc beendet</translation>
    </message>
    <message>
        <source>Keyboard drawing has ended</source>
        <translation>Zeichnen mit der Tastatur beendet</translation>
    </message>
    <message>
        <source>Up, at column {0}, row {1}</source>
        <translation>Abgehoben, Spalte {0}, Zeile {1}</translation>
    </message>
    <message>
        <source>Down, at column {0}, row {1}</source>
        <translation>Aufgesetzt, Spalte {0}, Zeile {1}</translation>
    </message>
</context>
<context>
    <name>KnownWeights</name>
    <message>
        <source>Built-in</source>
        <translation>Mitgeliefert</translation>
    </message>
    <message>
        <source>Tutorial’s recipe</source>
        <translation>Rezept des Tutorials</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Untrained (seed {0})</source>
        <translation>Untrainiert (Seed {0})</translation>
    </message>
</context>
<context>
    <name>LayerHeader</name>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>before tanh</source>
        <translation>vor tanh</translation>
    </message>
    <message>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>convolution {0}</source>
        <translation>Faltung {0}</translation>
    </message>
    <message>
        <source>average of {0}</source>
        <translation>Mittel über {0}</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>linear</translation>
    </message>
    <message>
        <source>{0} parameters</source>
        <translation>{0} Parameter</translation>
    </message>
</context>
<context>
    <name>LayerPage</name>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>The input that excites each unit most, found by gradient ascent</source>
        <translation>Die Eingabe, auf die jedes Neuron am stärksten anspricht, gefunden durch Gradientenaufstieg</translation>
    </message>
    <message>
        <source>How the layer works</source>
        <translation>Wie die Schicht arbeitet</translation>
    </message>
    <message>
        <source>to {0}</source>
        <translation>zu {0}</translation>
    </message>
    <message>
        <source>from map {0} to map {1}, row {2}, column {3}</source>
        <translation>von Karte {0} zu Karte {1}, Zeile {2}, Spalte {3}</translation>
    </message>
    <message>
        <source>{0}, row {1}, column {2}</source>
        <translation>{0}, Zeile {1}, Spalte {2}</translation>
    </message>
    <message>
        <source>For each map, the patch of ink that gives its unit the largest sum. The search starts with grey and changes every pixel a little, 60 times, so that the sum grows fastest (gradient ascent).</source>
        <translation>Für jede Karte der Ausschnitt, bei dem die Summe eines Neurons am größten wird. Die Suche beginnt mit Grau und ändert 60-mal jedes Pixel ein wenig, sodass die Summe am schnellsten wächst (Gradientenaufstieg).</translation>
    </message>
    <message>
        <source>For each digit, the input with the largest score found from grey by 60 steps of gradient ascent. It needn&apos;t look like that digit: it shows which pixels the score responds to.</source>
        <translation>Für jede Ziffer die Eingabe mit der größten Wertung, von Grau aus gefunden in 60 Schritten Gradientenaufstieg. Sie muss der Ziffer nicht ähneln: Sie zeigt, auf welche Pixel die Wertung anspricht.</translation>
    </message>
    <message>
        <source>For each unit, the input with the largest sum found from grey by 60 steps of gradient ascent. It needn&apos;t look like anything: it shows which pixels the unit responds to.</source>
        <translation>Für jedes Neuron die Eingabe mit der größten Summe, von Grau aus gefunden in 60 Schritten Gradientenaufstieg. Sie muss nach nichts aussehen: Sie zeigt, auf welche Pixel das Neuron anspricht.</translation>
    </message>
    <message>
        <source>Your ink, framed and padded: 1 is ink, 0 is paper.</source>
        <translation>Das Gezeichnete, gerahmt und mit Rand: 1 ist Tinte, 0 ist Papier.</translation>
    </message>
    <message>
        <source>Preferred input</source>
        <translation>Bevorzugte Eingabe</translation>
    </message>
    <message>
        <source>to digit {0}, from input {1}</source>
        <translation>zu Ziffer {0}, von Eingabe {1}</translation>
    </message>
    <message>
        <source>to unit {0}, from input {1}</source>
        <translation>zu Neuron {0}, von Eingabe {1}</translation>
    </message>
    <message>
        <source>from the image to map {0}, row {1}, column {2}</source>
        <translation>vom Bild zu Karte {0}, Zeile {1}, Spalte {2}</translation>
    </message>
    <message>
        <source>the image</source>
        <translation>das Bild</translation>
    </message>
    <message>
        <source>Slides each kernel over the maps before it. Where a patch looks like the kernel, the sum is large. tanh keeps it between −1 and 1.</source>
        <translation>Schiebt jeden Kernel über die Karten davor: Wo der Ausschnitt dem Kernel gleicht, ist die Summe groß. tanh hält sie zwischen −1 und 1.</translation>
    </message>
    <message>
        <source>Each value is the mean of four neighbours. This halves the size and makes exact positions matter less.</source>
        <translation>Jeder Wert ist das Mittel von vier Nachbarn: Die Karten werden halb so groß und unempfindlicher dafür, wo genau etwas war.</translation>
    </message>
    <message>
        <source>Each unit weighs all values of the layer before and adds them up; tanh of the sum is its value.</source>
        <translation>Jedes Neuron gewichtet alle Werte davor und summiert sie; der tanh der Summe ist sein Wert.</translation>
    </message>
    <message>
        <source>One unit for each digit weighs all values before it and adds them up. The softmax turns the ten sums into probabilities that add up to 1.</source>
        <translation>Ein Neuron je Ziffer gewichtet alle Werte davor und summiert sie; Softmax macht aus den zehn Summen Wahrscheinlichkeiten, die zusammen 1 ergeben.</translation>
    </message>
    <message>
        <source>Size, (W − F + 2P)/S + 1:
{0}</source>
        <translation>Größe, (W − F + 2P)/S + 1:
{0}</translation>
    </message>
    <message>
        <source>Parameters:
{0}</source>
        <translation>Parameter:
{0}</translation>
    </message>
    <message>
        <source>{0} values</source>
        <translation>{0} Werte</translation>
    </message>
</context>
<context>
    <name>LayerView</name>
    <message>
        <source>Give the room back to the other layers (F)</source>
        <translation>Den anderen Schichten ihren Platz zurückgeben (F)</translation>
    </message>
    <message>
        <source>Give this layer half of the room (F)</source>
        <translation>Dieser Schicht den halben Platz geben (F)</translation>
    </message>
    <message>
        <source>Click or press Space to see how this layer works, its sizes and its weights</source>
        <translation>Klick oder Leertaste zeigt, wie diese Schicht arbeitet, ihre Größen und Gewichte</translation>
    </message>
</context>
<context>
    <name>Learn</name>
    <message>
        <source>Stop loading</source>
        <translation>Laden abbrechen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Von vorn</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Press Start and draw a digit: you see how it learns to read it.</source>
        <translation>„Start“ drücken und zeichnen: Das Netz lernt die Ziffer lesen.</translation>
    </message>
    <message>
        <source>Epoch {0} of {1}, step {2}</source>
        <translation>Epoche {0} von {1}, Schritt {2}</translation>
    </message>
    <message>
        <source>{0}: {1} of the validation digits are read right</source>
        <translation>{0}: {1} der Validierungsziffern richtig gelesen</translation>
    </message>
    <message>
        <source>It can’t learn like this</source>
        <translation>So kann das Netz nicht lernen</translation>
    </message>
    <message>
        <source>starter set</source>
        <translation>Starterset</translation>
    </message>
    <message>
        <source>Step {0}</source>
        <translation>Schritt {0}</translation>
    </message>
    <message>
        <source>Epoch {0}</source>
        <translation>Epoche {0}</translation>
    </message>
    <message>
        <source>LeNet-5, trained here</source>
        <translation>LeNet-5, hier trainiert</translation>
    </message>
</context>
<context>
    <name>LensColumn</name>
    <message>
        <source>Lens</source>
        <translation>Ansicht des Netzes</translation>
    </message>
    <message>
        <source>The network through one lens at a time: choose it in the row.</source>
        <translation>Das Netz in jeweils einer Ansicht: Die Leiste schaltet um.</translation>
    </message>
    <message>
        <source>Show or hide the right column</source>
        <translation>Die rechte Spalte ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show the right column in a window of its own</source>
        <translation>Die rechte Spalte in einem eigenen Fenster zeigen</translation>
    </message>
</context>
<context>
    <name>Lenses</name>
    <message>
        <source>Inside</source>
        <translation>Innen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Lernen</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Your settings can&apos;t be saved: the settings file can&apos;t be written.</source>
        <translation>Einstellungen werden nicht gespeichert: Ihre Datei ist nicht beschreibbar.</translation>
    </message>
    <message>
        <source>The page is full: save or clear it</source>
        <translation>Die Seite ist voll: bitte speichern oder leeren</translation>
    </message>
    <message>
        <source>The correction could not be saved</source>
        <translation>Die Korrektur konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Maps can&apos;t be held at their means</source>
        <translation>Karten können nicht auf ihrem Mittelwert gehalten werden</translation>
    </message>
    <message>
        <source>No network: its weights could not be read</source>
        <translation>Kein Netz: Seine Gewichte waren nicht lesbar</translation>
    </message>
    <message>
        <source>Pinned: draw another digit to compare it with</source>
        <translation>Angeheftet: zum Vergleich eine andere Ziffer zeichnen</translation>
    </message>
    <message>
        <source>Pinned: {0} is now in the list of the lens Compare</source>
        <translation>Angeheftet: {0} steht jetzt in der Liste der Ansicht „Vergleichen“</translation>
    </message>
</context>
<context>
    <name>MapMenu</name>
    <message>
        <source>Show this map &amp;large</source>
        <translation>Diese Karte &amp;groß zeigen</translation>
    </message>
    <message>
        <source>Show this layer &amp;large</source>
        <translation>Diese Schicht &amp;groß zeigen</translation>
    </message>
    <message>
        <source>Give this layer half the &amp;room</source>
        <translation>Dieser Schicht den halben &amp;Platz geben</translation>
    </message>
    <message>
        <source>&amp;How this layer works</source>
        <translation>&amp;Wie diese Schicht arbeitet</translation>
    </message>
    <message>
        <source>Off one &amp;by one…</source>
        <translation>Einzeln a&amp;bschalten …</translation>
    </message>
    <message>
        <source>Copy this map&apos;s &amp;numbers</source>
        <translation>&amp;Zahlen dieser Karte kopieren</translation>
    </message>
    <message>
        <source>Copy this layer&apos;s &amp;numbers</source>
        <translation>&amp;Zahlen dieser Schicht kopieren</translation>
    </message>
    <message>
        <source>Turn this map &amp;off</source>
        <translation>Diese Karte aus&amp;schalten</translation>
    </message>
    <message>
        <source>Turn this map &amp;on</source>
        <translation>Diese Karte ein&amp;schalten</translation>
    </message>
    <message>
        <source>Turn {0} &amp;off</source>
        <translation>{0} aus&amp;schalten</translation>
    </message>
    <message>
        <source>Turn {0} &amp;on</source>
        <translation>{0} ein&amp;schalten</translation>
    </message>
</context>
<context>
    <name>MapSharesView</name>
    <message>
        <source>Each map’s share of the difference, layer {0}</source>
        <translation>Anteil jeder Karte an der Differenz, Schicht {0}</translation>
    </message>
    <message>
        <source>{0} map {1}: {2}</source>
        <translation>{0} Karte {1}: {2}</translation>
    </message>
    <message>
        <source>What each map adds to the difference, cell by cell. Click one to see the map.</source>
        <translation>Was jede Karte zur Differenz beiträgt, Zelle für Zelle. Ein Klick zeigt die Karte.</translation>
    </message>
</context>
<context>
    <name>MapTiles</name>
    <message>
        <source>map {0}</source>
        <translation>Karte {0}</translation>
    </message>
</context>
<context>
    <name>MapsPanel</name>
    <message>
        <source>Click a cell to see its sum. Double-click for the whole map. Click a layer&apos;s name to see how it works, or the arrows beside it to give it more room.</source>
        <translation>Klick auf eine Zelle zeigt ihre Summe, Doppelklick die ganze Karte, Klick auf den Namen die Schicht; die Pfeile daneben geben ihr mehr Platz.</translation>
    </message>
    <message>
        <source>Click a cell to see its sum. Double-click for the whole map. Click a layer&apos;s name to see how it works.</source>
        <translation>Klick auf eine Zelle zeigt ihre Summe, Doppelklick die ganze Karte, Klick auf den Namen die Schicht.</translation>
    </message>
    <message>
        <source>Click a cell to see its sum.</source>
        <translation>Klick auf eine Zelle zeigt ihre Summe.</translation>
    </message>
    <message>
        <source>Range of the colours for signed values</source>
        <translation>Welchen Bereich die Farben der Werte mit Vorzeichen umfassen</translation>
    </message>
    <message>
        <source>scale −1 … +1</source>
        <translation>Skala −1 … +1</translation>
    </message>
    <message>
        <source>scale of each layer</source>
        <translation>Skala je Schicht</translation>
    </message>
    <message>
        <source>scale of each map</source>
        <translation>Skala je Karte</translation>
    </message>
    <message>
        <source>sums, scale of each layer</source>
        <translation>Summen, Skala je Schicht</translation>
    </message>
    <message>
        <source>sums, scale of each map</source>
        <translation>Summen, Skala je Karte</translation>
    </message>
    <message>
        <source>{0}, locked</source>
        <translation>{0}, fixiert</translation>
    </message>
    <message>
        <source>Order by pull on the digit</source>
        <translation>Nach Zug zur Ziffer ordnen</translation>
    </message>
    <message>
        <source>Order by pull on {0}</source>
        <translation>Nach Zug zur {0} ordnen</translation>
    </message>
    <message>
        <source>By pull on {0}: weight × value</source>
        <translation>Nach Zug zur {0}: Gewicht × Wert</translation>
    </message>
    <message>
        <source>By pull on {0}: slope × value</source>
        <translation>Nach Zug zur {0}: Ableitung × Wert</translation>
    </message>
</context>
<context>
    <name>MistakesView</name>
    <message>
        <source>Worst mistakes</source>
        <translation>Schlimmste Fehler</translation>
    </message>
    <message>
        <source>The most confident mistakes first. Click one to put it on the page.</source>
        <translation>Zuerst die Fehler, bei denen sich das Netz am sichersten war. Ein Klick legt die Ziffer auf die Zeichenfläche.</translation>
    </message>
</context>
<context>
    <name>Mover</name>
    <message>
        <source>Move and rotate: drag the ink or a handle, or press the arrow keys, + −, comma and full stop</source>
        <translation>Verschieben und drehen: Zeichnung oder Griff ziehen; oder Pfeiltasten, + −, Komma, Punkt</translation>
    </message>
    <message>
        <source>Nothing to move yet: draw something first</source>
        <translation>Noch nichts zu verschieben: Zuerst etwas zeichnen</translation>
    </message>
</context>
<context>
    <name>NearestView</name>
    <message>
        <source>Nearest digits</source>
        <translation>Ähnlichste Ziffern</translation>
    </message>
    <message>
        <source>Of the digits that come with the program, those whose 84 values in F6 are nearest to your drawing&apos;s, and how far they are (Euclidean distance).</source>
        <translation>Unter den mitgelieferten Ziffern die, deren 84 Werte in F6 denen der Zeichnung am nächsten liegen, und wie weit sie entfernt sind (euklidischer Abstand).</translation>
    </message>
</context>
<context>
    <name>NotedLine</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo the last correction</source>
        <translation>Die letzte Korrektur rückgängig machen</translation>
    </message>
</context>
<context>
    <name>NumberParts</name>
    <message>
        <source>It was another number</source>
        <translation>Es war eine andere Zahl</translation>
    </message>
    <message>
        <source>What was it? Type its {0} digits:</source>
        <translation>Was war es? Geben Sie die {0} Ziffern ein:</translation>
    </message>
</context>
<context>
    <name>NumberView</name>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Click a digit to look into it.</source>
        <translation>Klick auf eine Ziffer zeigt, wie sie gelesen wird.</translation>
    </message>
    <message>
        <source>{0} for the whole number</source>
        <translation>{0} für die ganze Zahl</translation>
    </message>
    <message>
        <source>or {0}?</source>
        <translation>oder {0}?</translation>
    </message>
    <message>
        <source>something in it is no digit</source>
        <translation>etwas darin ist keine Ziffer</translation>
    </message>
    <message>
        <source>points and dashes don’t count</source>
        <translation>Punkte und Striche zählen nicht</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>,</source>
        <comment>between groups of three digits</comment>
        <translation>&#x202f;</translation>
    </message>
    <message>
        <source>{0} %</source>
        <comment>a percentage</comment>
        <translation>{0} %</translation>
    </message>
</context>
<context>
    <name>OffLine</name>
    <message numerus="yes">
        <source>%n off</source>
        <translation>
            <numerusform>%n aus</numerusform>
            <numerusform>%n aus</numerusform>
        </translation>
    </message>
    <message>
        <source>Turn all on</source>
        <translation>Alle einschalten</translation>
    </message>
    <message>
        <source>All on</source>
        <translation>Alle an</translation>
    </message>
    <message>
        <source>Turn on {0}</source>
        <translation>{0} einschalten</translation>
    </message>
</context>
<context>
    <name>OneByOne</name>
    <message>
        <source>Off one by one</source>
        <translation>Einzeln abschalten</translation>
    </message>
    <message>
        <source>Draw a digit to see which maps matter for it.</source>
        <translation>Sobald eine Ziffer gezeichnet ist, steht hier, welche Karten für sie wichtig sind.</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <source>Change of the lead</source>
        <translation>Änderung des Vorsprungs</translation>
    </message>
    <message>
        <source>Probability of {0}</source>
        <translation>Wahrscheinlichkeit der {0}</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>Liest</translation>
    </message>
    <message>
        <source>{0} leads {1} by {2} before softmax. Each map is switched off alone, and the drawing is read again: the map without which the lead changes most comes first.</source>
        <translation>{0} liegt vor Softmax um {2} vor {1}. Jede Karte wird einzeln abgeschaltet und die Zeichnung neu gelesen: Zuerst steht die Karte, ohne die sich der Vorsprung am meisten ändert.</translation>
    </message>
    <message>
        <source>This is in addition to what is off: {0}.</source>
        <translation>Das kommt zu dem hinzu, was aus ist: {0}.</translation>
    </message>
</context>
<context>
    <name>OneStep</name>
    <message>
        <source>{0} map {1} from {2} map {3}, row {4}, column {5}</source>
        <translation>{0} Karte {1}, von {2} Karte {3}, Zeile {4}, Spalte {5}</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>{0} unit {1} from {2} unit {3}</source>
        <translation>{0} Neuron {1}, von {2} Neuron {3}</translation>
    </message>
    <message>
        <source>One step explained</source>
        <translation>Ein Schritt, erklärt</translation>
    </message>
    <message>
        <source>What the digit on the page is</source>
        <translation>Welche Ziffer auf dem Blatt steht</translation>
    </message>
    <message>
        <source>1. The answer</source>
        <translation>1. Die Antwort</translation>
    </message>
    <message>
        <source>It gives a probability of {0} to the digit {1}.</source>
        <translation>Das Netz gibt der Ziffer {1} eine Wahrscheinlichkeit von {0}.</translation>
    </message>
    <message>
        <source>2. The loss</source>
        <translation>2. Der Verlust (Loss)</translation>
    </message>
    <message>
        <source>binary cross-entropy, the mean over ten questions: {0}</source>
        <translation>binäre Kreuzentropie, das Mittel über zehn Fragen: {0}</translation>
    </message>
    <message>
        <source>3. The gradient at the output: probability minus target, for each score</source>
        <translation>3. Der Gradient an der Ausgabe: Wahrscheinlichkeit minus Ziel, für jede Wertung</translation>
    </message>
    <message>
        <source>3. The gradient at the output, for each score</source>
        <translation>3. Der Gradient an der Ausgabe, für jede Wertung</translation>
    </message>
    <message>
        <source>4. From there it goes back, layer by layer</source>
        <translation>4. Von dort geht es zurück, Schicht für Schicht</translation>
    </message>
    <message>
        <source>size of the gradient {0}; the weight that it moves most:</source>
        <translation>Gradientennorm {0}; das Gewicht, das der Gradient am meisten ändert:</translation>
    </message>
    <message>
        <source>5. After this one step of plain gradient descent</source>
        <translation>5. Nach diesem einen Schritt einfachen Gradientenabstiegs</translation>
    </message>
    <message>
        <source>the loss for this drawing is {0}, before it was {1}.</source>
        <translation>ist der Verlust für diese Zeichnung {0}, vorher war er {1}.</translation>
    </message>
    <message>
        <source>Adam and momentum also use earlier steps; they are left out here.</source>
        <translation>Adam und Momentum nutzen auch frühere Schritte; sie bleiben hier außer Acht.</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>All supported files</source>
        <translation>Alle unterstützten Dateien</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>Zeichnungen</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Can&apos;t open this file</source>
        <translation>Diese Datei lässt sich nicht öffnen</translation>
    </message>
    <message numerus="yes">
        <source>Only the first of %n files was opened</source>
        <translation>
            <numerusform>Von %n Datei wurde die erste genommen</numerusform>
            <numerusform>Von %n Dateien wurde die erste genommen</numerusform>
        </translation>
    </message>
    <message>
        <source>Can&apos;t paste this</source>
        <translation>Das lässt sich nicht einfügen</translation>
    </message>
    <message>
        <source>Only files on this computer can be opened: save the file first</source>
        <translation>Nur Dateien auf diesem Computer lassen sich öffnen: zuerst speichern</translation>
    </message>
    <message>
        <source>Nothing to paste: no drawing, picture or file found</source>
        <translation>Nichts einzufügen: keine Zeichnung, kein Bild und keine Datei gefunden</translation>
    </message>
    <message>
        <source>No ink found in {0}</source>
        <translation>In {0} ist keine Tinte</translation>
    </message>
    <message>
        <source>{0} contains several drawings; this is the first</source>
        <translation>{0} enthält mehrere Zeichnungen: Dies ist die erste</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Use these weights</source>
        <translation>Gewichte nutzen</translation>
    </message>
    <message>
        <source>Read with the weights that are shown, from now on</source>
        <translation>Von jetzt an mit den gezeigten Gewichten lesen</translation>
    </message>
    <message>
        <source>Back to those before</source>
        <translation>Vorige nutzen</translation>
    </message>
    <message>
        <source>Read again with the weights from before it learned</source>
        <translation>Wieder mit den Gewichten von vor dem Lernen lesen</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Save the weights that are shown, with their recipe</source>
        <translation>Die gezeigten Gewichte mit ihrem Trainingsrezept speichern</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Bericht …</translation>
    </message>
    <message>
        <source>Save the curves and figures of this run in a folder</source>
        <translation>Kurven und Abbildungen dieses Laufs in einem Ordner speichern</translation>
    </message>
    <message>
        <source>The weights could not be saved</source>
        <translation>Die Gewichte konnten nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Weights (*.safetensors)</source>
        <translation>Gewichte (*.safetensors)</translation>
    </message>
    <message>
        <source>Save weights</source>
        <translation>Gewichte speichern</translation>
    </message>
    <message>
        <source>Folder for the report</source>
        <translation>Ordner für den Bericht</translation>
    </message>
    <message>
        <source>The report could not be saved</source>
        <translation>Der Bericht konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Save the weights?</source>
        <translation>Gewichte speichern?</translation>
    </message>
    <message>
        <source>The network has learned, and its weights are not saved.</source>
        <translation>Das Netz hat gelernt, und seine Gewichte sind nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>{0} in a window of its own</source>
        <translation>{0} in eigenem Fenster</translation>
    </message>
    <message>
        <source>Put back into the window</source>
        <translation>Zurück ins Fenster</translation>
    </message>
    <message>
        <source>Open in a window of its own</source>
        <translation>In einem eigenen Fenster öffnen</translation>
    </message>
    <message>
        <source>Close; reopen from the View menu</source>
        <translation>Schließen; „Ansicht“ öffnet es wieder</translation>
    </message>
</context>
<context>
    <name>Pen</name>
    <message>
        <source>Pen</source>
        <translation>Stift</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Open a picture</source>
        <translation>Bild öffnen</translation>
    </message>
    <message>
        <source>&amp;All digits</source>
        <translation>&amp;Alle Ziffern</translation>
    </message>
    <message>
        <source>&amp;Next digit</source>
        <translation>&amp;Nächste Ziffer</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>How dark a pixel must be to count as ink.
Lower values include fainter lines; higher values ignore darker smudges.</source>
        <translation>Wie dunkel ein Pixel sein muss, um als Tinte zu gelten.
Niedrigere Werte nehmen blassere Linien auf, höhere lassen dunklere Flecken weg.</translation>
    </message>
    <message>
        <source>Ink found</source>
        <translation>Die gefundene Tinte</translation>
    </message>
    <message>
        <source>No ink in the frame.</source>
        <translation>Im Rahmen ist keine Tinte.</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>Was das Netz sieht</translation>
    </message>
    <message>
        <source>Frame a digit or a number. Arrow keys move the frame; with Shift, they resize it.</source>
        <translation>Eine Ziffer oder eine Zahl einrahmen. Pfeiltasten verschieben den Rahmen, mit Umschalt ändern sie seine Größe.</translation>
    </message>
    <message>
        <source>Click a digit to choose it, or frame what to read. Arrow keys move the frame; with Shift, they resize it.</source>
        <translation>Eine Ziffer anklicken, um sie zu wählen, oder einrahmen, was gelesen werden soll. Pfeiltasten verschieben den Rahmen, mit Umschalt ändern sie seine Größe.</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>Tinte</translation>
    </message>
    <message>
        <source>What it sees</source>
        <translation>Was das Netz sieht</translation>
    </message>
    <message>
        <source>&amp;Threshold: {0} %</source>
        <translation>&amp;Schwelle: {0} %</translation>
    </message>
</context>
<context>
    <name>PictureSaver</name>
    <message>
        <source>Export the drawing</source>
        <translation>Zeichnung exportieren</translation>
    </message>
    <message>
        <source>Export the 28×28 pixels</source>
        <translation>28×28 Pixel exportieren</translation>
    </message>
    <message>
        <source>&amp;Drawing…</source>
        <translation>&amp;Zeichnung …</translation>
    </message>
    <message>
        <source>&amp;28×28 pixels…</source>
        <translation>&amp;28×28 Pixel …</translation>
    </message>
    <message>
        <source>Export failed</source>
        <translation>Export fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>PinTile</name>
    <message>
        <source>Pinned: {0}</source>
        <translation>Angeheftet: {0}</translation>
    </message>
    <message>
        <source>Compare with this drawing</source>
        <translation>Mit dieser Zeichnung vergleichen</translation>
    </message>
</context>
<context>
    <name>PlusTile</name>
    <message>
        <source>Pin what is on the canvas</source>
        <translation>Zeichenfläche anheften</translation>
    </message>
    <message>
        <source>Pin what is on the canvas, to compare it with other drawings</source>
        <translation>Anheften, was auf der Zeichenfläche ist, und mit anderen Zeichnungen vergleichen</translation>
    </message>
</context>
<context>
    <name>ReadingPanel</name>
    <message>
        <source>Reading, in training</source>
        <translation>Ergebnis, im Training</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Nothing drawn yet</source>
        <translation>Noch nichts gezeichnet</translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message>
        <source>&amp;Clear the list</source>
        <translation>&amp;Liste leeren</translation>
    </message>
    <message>
        <source>Clear the list of recent files</source>
        <translation>Die Liste der letzten Dateien leeren</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>{0} öffnen</translation>
    </message>
</context>
<context>
    <name>ReplayBar</name>
    <message>
        <source>While you drew</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>While it learns</source>
        <translation>Lernverlauf</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Speed of the replay</source>
        <translation>Tempo der Wiedergabe</translation>
    </message>
    <message>
        <source>Speed of the replay: {0}</source>
        <translation>Tempo der Wiedergabe: {0}</translation>
    </message>
</context>
<context>
    <name>Replays</name>
    <message>
        <source>{0} of {1} seconds</source>
        <translation>{0} von {1} Sekunden</translation>
    </message>
    <message>
        <source>Replaying: Esc ends the replay</source>
        <translation>Wiedergabe läuft: Esc beendet sie</translation>
    </message>
    <message>
        <source>The replay has ended</source>
        <translation>Die Wiedergabe ist zu Ende</translation>
    </message>
</context>
<context>
    <name>RunButtons</name>
    <message>
        <source>One batch</source>
        <translation>Ein Stapel</translation>
    </message>
    <message>
        <source>Take one step: learn from one batch of digits</source>
        <translation>Einen Schritt machen: aus einem Stapel (Batch) Ziffern lernen</translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation>Eine Epoche</translation>
    </message>
    <message>
        <source>Learn from every digit once</source>
        <translation>Aus jeder Ziffer einmal lernen</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>langsam</translation>
    </message>
    <message>
        <source>full speed</source>
        <translation>schnell</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>From one batch a second to as fast as it goes</source>
        <translation>Von einem Stapel je Sekunde bis so schnell wie möglich</translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Checkpoints</translation>
    </message>
    <message>
        <source>Kernels of C3</source>
        <translation>Kernel von C3</translation>
    </message>
    <message>
        <source>Kernels of C1</source>
        <translation>Kernel von C1</translation>
    </message>
    <message>
        <source>Gradient size</source>
        <translation>Gradientennorm</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Konfusionsmatrix</translation>
    </message>
    <message>
        <source>Worst mistakes</source>
        <translation>Schlimmste Fehler</translation>
    </message>
    <message>
        <source>One step explained</source>
        <translation>Ein Schritt, erklärt</translation>
    </message>
    <message>
        <source>how wrong the answers are</source>
        <translation>wie falsch es antwortet</translation>
    </message>
    <message>
        <source>dashed: training</source>
        <translation>gestrichelt: Training</translation>
    </message>
    <message>
        <source>the first steps, then every epoch: go back to any</source>
        <translation>erste Schritte, dann jede Epoche: zurück zu jedem</translation>
    </message>
    <message>
        <source>a column for each map</source>
        <translation>eine Spalte je Karte</translation>
    </message>
    <message>
        <source>small: at start</source>
        <translation>klein: am Anfang</translation>
    </message>
    <message>
        <source>by layer, last step</source>
        <translation>je Schicht, zuletzt</translation>
    </message>
    <message>
        <source>validation digits</source>
        <translation>Validierungsziffern</translation>
    </message>
    <message>
        <source>log</source>
        <translation>log</translation>
    </message>
    <message>
        <source>Show the loss on a logarithmic scale</source>
        <translation>Den Verlust auf einer logarithmischen Skala zeigen</translation>
    </message>
    <message>
        <source>C3’s</source>
        <translation>C3</translation>
    </message>
    <message>
        <source>Show the kernels of C3 in place of C1’s</source>
        <translation>Die Kernel von C3 statt der von C1 zeigen</translation>
    </message>
    <message>
        <source>Go on from here</source>
        <translation>Von hier weiter</translation>
    </message>
    <message>
        <source>Drop what was learned after this checkpoint</source>
        <translation>Verwerfen, was nach diesem Checkpoint gelernt wurde</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Pin these weights, to compare them in the lens Compare</source>
        <translation>Diese Gewichte anheften, um sie in der Ansicht „Vergleichen“ zu vergleichen</translation>
    </message>
    <message>
        <source>Explain…</source>
        <translation>Erklären …</translation>
    </message>
    <message>
        <source>{0} of {1} wrong</source>
        <translation>{0} von {1} falsch</translation>
    </message>
</context>
<context>
    <name>ScoresView</name>
    <message>
        <source>Scores, also called logits, are the output layer’s sums before softmax. One more makes a digit 2.7 times as probable, compared with the others.</source>
        <translation>Wertungen, auch Logits genannt, sind die Summen der Ausgabeschicht vor dem Softmax. Eins mehr macht eine Ziffer 2,7-mal so wahrscheinlich, verglichen mit den anderen.</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message>
        <source>current</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Probability and score</source>
        <translation>Wahrscheinlichkeit und Wertung</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>Differences of the scores</source>
        <translation>Differenzen der Wertungen</translation>
    </message>
    <message>
        <source>Scores before softmax</source>
        <translation>Wertungen vor Softmax</translation>
    </message>
    <message>
        <source>The network&apos;s ten sums before they become probabilities. Click one to weigh its digit against the one that is read.</source>
        <translation>Die zehn Summen des Netzes, bevor sie zu Wahrscheinlichkeiten werden. Ein Klick stellt diese Ziffer der gelesenen gegenüber.</translation>
    </message>
</context>
<context>
    <name>SessionKeeper</name>
    <message>
        <source>no free slot in {0}</source>
        <translation>kein freier Platz in {0}</translation>
    </message>
    <message>
        <source>Your last drawing is damaged; its file was kept as {0}</source>
        <translation>Die letzte Zeichnung ist beschädigt; ihre Datei wurde aufgehoben: {0}</translation>
    </message>
    <message>
        <source>Your last drawing is back</source>
        <translation>Die letzte Zeichnung ist wieder da</translation>
    </message>
    <message numerus="yes">
        <source>%n more unsaved drawings: open another window for each</source>
        <translation>
            <numerusform>das Programm noch einmal starten, um eine weitere zu sehen</numerusform>
            <numerusform>das Programm für jede von %n weiteren noch einmal starten</numerusform>
        </translation>
    </message>
    <message>
        <source>Your drawing can&apos;t be backed up: {0}</source>
        <translation>Die Zeichnung kann nicht gesichert werden: {0}</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>weights in use</source>
        <translation>aktuelle Gewichte</translation>
    </message>
    <message>
        <source>shipped weights</source>
        <translation>mitgelieferte Gewichte</translation>
    </message>
    <message>
        <source>this run’s weights</source>
        <translation>Gewichte dieses Laufs</translation>
    </message>
    <message>
        <source>the run kept on disk</source>
        <translation>gesicherter Lauf</translation>
    </message>
    <message>
        <source>SGD, momentum</source>
        <translation>SGD, Momentum</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>Kreuzentropie</translation>
    </message>
    <message>
        <source>binary cross-entropy</source>
        <translation>binäre Kreuzentropie</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>konstant</translation>
    </message>
    <message>
        <source>falls to 0</source>
        <translation>sinkt auf 0</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Startpunkt</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>Ziffern</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Stapelgröße</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Weight Decay</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Rate over time</source>
        <translation>Ratenverlauf</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Korrekturen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>mix in mine</source>
        <translation>beimischen</translation>
    </message>
    <message>
        <source>on disk</source>
        <translation>auf Platte</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Experimente</translation>
    </message>
    <message>
        <source>Start from: random weights, which know nothing, or trained ones.</source>
        <translation>Startpunkt: Zufallsgewichte, die nichts wissen, oder trainierte.</translation>
    </message>
    <message>
        <source>Digits: what it learns from. Some are held out to validate it.</source>
        <translation>Ziffern: woraus das Netz lernt. Einige dienen der Validierung.</translation>
    </message>
    <message>
        <source>How many: with few digits it learns them by heart.</source>
        <translation>Anzahl: Wenige Ziffern lernt das Netz auswendig.</translation>
    </message>
    <message>
        <source>Learning rate: the size of a step. Too high and the loss jumps.</source>
        <translation>Lernrate: die Schrittweite. Ist sie zu hoch, springt der Verlust.</translation>
    </message>
    <message>
        <source>Batch size: the digits whose mean gradient makes one step.</source>
        <translation>Stapelgröße (Batch): Ziffern je Schritt, Gradienten gemittelt.</translation>
    </message>
    <message>
        <source>Optimiser: how a gradient becomes a step.</source>
        <translation>Optimierer: wie aus einem Gradienten ein Schritt wird.</translation>
    </message>
    <message>
        <source>Epochs: how often it sees every digit.</source>
        <translation>Epochen: wie oft das Netz jede Ziffer sieht.</translation>
    </message>
    <message>
        <source>Dropout: the share of C5’s and F6’s units off in each step.</source>
        <translation>Dropout: Anteil der Neuronen in C5 und F6, die je Schritt aus sind.</translation>
    </message>
    <message>
        <source>Weight decay: shrinks the weights a little in each step.</source>
        <translation>Weight Decay: macht die Gewichte je Schritt etwas kleiner.</translation>
    </message>
    <message>
        <source>Loss: the number that measures how wrong the answers are.</source>
        <translation>Verlust (Loss): misst, wie falsch die Antworten sind.</translation>
    </message>
    <message>
        <source>Rate over time: smaller steps towards the end find a rest.</source>
        <translation>Ratenverlauf: Gegen Ende führen kleinere Schritte zur Ruhe.</translation>
    </message>
    <message>
        <source>Seed: the same seed gives the same run on this machine.</source>
        <translation>Seed: Gleicher Seed, gleicher Lauf auf diesem Computer.</translation>
    </message>
    <message>
        <source>Corrections: the digits you corrected are learned, too.</source>
        <translation>Korrekturen: Auch die korrigierten Ziffern werden gelernt.</translation>
    </message>
    <message>
        <source>Keep: every epoch is saved, to go on after a crash.</source>
        <translation>Sichern: speichert jede Epoche, um nach Abstürzen weiterzumachen.</translation>
    </message>
    <message>
        <source>starter set</source>
        <translation>Starterset</translation>
    </message>
    <message>
        <source>All of MNIST…</source>
        <translation>Ganz MNIST …</translation>
    </message>
    <message>
        <source>Data set…</source>
        <translation>Datensatz …</translation>
    </message>
</context>
<context>
    <name>ShortcutList</name>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Move the drawing; Shift: finely</source>
        <translation>Zeichnung verschieben; mit Umschalt fein</translation>
    </message>
    <message>
        <source>Move the pen; Shift: finely</source>
        <translation>Stift bewegen; mit Umschalt fein</translation>
    </message>
    <message>
        <source>In the chart</source>
        <translation>Im Verlauf</translation>
    </message>
    <message>
        <source>Next part, or previous</source>
        <translation>Zum nächsten Teil oder zurück</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>Zu den Menüs</translation>
    </message>
    <message>
        <source>Context menu</source>
        <translation>Kontextmenü</translation>
    </message>
    <message>
        <source>Scale it up, down</source>
        <translation>Vergrößern, verkleinern</translation>
    </message>
    <message>
        <source>Rotate it left, right</source>
        <translation>Nach links, nach rechts drehen</translation>
    </message>
    <message>
        <source>Play, pause</source>
        <translation>Abspielen, Pause</translation>
    </message>
    <message>
        <source>In the maps</source>
        <translation>In den Karten</translation>
    </message>
    <message>
        <source>Next cell, map or layer</source>
        <translation>Zur nächsten Zelle, Karte oder Schicht</translation>
    </message>
    <message>
        <source>Inspect the outlined unit</source>
        <translation>Umrandetes Neuron untersuchen</translation>
    </message>
    <message>
        <source>Explain the layer</source>
        <translation>Wie die Schicht arbeitet, ihre Gewichte</translation>
    </message>
    <message>
        <source>Half the room for the layer</source>
        <translation>Halber Platz für die Schicht</translation>
    </message>
    <message>
        <source>Order C5 or F6 by pull</source>
        <translation>C5 oder F6 nach Zug ordnen</translation>
    </message>
    <message>
        <source>Sum of another input map</source>
        <translation>Zur Summe einer anderen Eingabekarte</translation>
    </message>
    <message>
        <source>Turn that input map off or on</source>
        <translation>Diese Eingangskarte aus- oder einschalten</translation>
    </message>
    <message>
        <source>Slide the kernel, pause</source>
        <translation>Kernel gleiten lassen, Pause</translation>
    </message>
    <message>
        <source>Next place, previous</source>
        <translation>Nächste Stelle, vorige</translation>
    </message>
    <message>
        <source>Zoom a large map in, out</source>
        <translation>Große Karte vergrößern, verkleinern</translation>
    </message>
    <message>
        <source>Zoom it to fit</source>
        <translation>Große Karte einpassen</translation>
    </message>
    <message>
        <source>Data sets and corrections</source>
        <translation>Datensätze und Korrekturen</translation>
    </message>
    <message>
        <source>Next digit, onto the canvas</source>
        <translation>Nächste Ziffer, auf die Zeichenfläche</translation>
    </message>
    <message>
        <source>This digit, onto the canvas</source>
        <translation>Diese Ziffer, auf die Zeichenfläche</translation>
    </message>
    <message>
        <source>Filter by label</source>
        <translation>Nach Ziffer filtern</translation>
    </message>
    <message>
        <source>Change the label</source>
        <translation>Ziffer korrigieren</translation>
    </message>
    <message>
        <source>In the inspector</source>
        <translation>Im Inspektor</translation>
    </message>
    <message>
        <source>Canvas: move and rotate</source>
        <translation>Zeichenfläche: verschieben und drehen</translation>
    </message>
    <message>
        <source>Canvas: draw with the keyboard</source>
        <translation>Zeichenfläche: mit der Tastatur zeichnen</translation>
    </message>
    <message>
        <source>Pen down, pen up</source>
        <translation>Stift aufsetzen oder abheben</translation>
    </message>
    <message>
        <source>Previous, next moment</source>
        <translation>Zum Zeitpunkt davor, danach</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>SlideButtons</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>Gleiten</translation>
    </message>
    <message>
        <source>Slide the kernel over the map from here, place by place (Space)</source>
        <translation>Den Kernel ab hier Stelle für Stelle über die Karte gleiten lassen (Leertaste)</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>Pause (Leertaste)</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>Go on by one place (.); back: ,</source>
        <translation>Eine Stelle weiter (.); zurück: ,</translation>
    </message>
    <message>
        <source>Places a second</source>
        <translation>Stellen pro Sekunde</translation>
    </message>
    <message>
        <source>{0} places a second</source>
        <translation>{0} Stellen pro Sekunde</translation>
    </message>
    <message>
        <source>{0} a second</source>
        <translation>{0} pro Sekunde</translation>
    </message>
</context>
<context>
    <name>SoftmaxTable</name>
    <message>
        <source>Softmax step by step</source>
        <translation>Softmax Schritt für Schritt</translation>
    </message>
    <message>
        <source>Softmax turns ten scores into probabilities: e to the power of each score, divided by the sum of all ten powers. The largest score is subtracted first: that changes no probability, and keeps the powers from becoming too large.</source>
        <translation>Softmax macht aus zehn Wertungen Wahrscheinlichkeiten: e hoch jede Wertung, geteilt durch die Summe aller zehn Potenzen. Vorher wird die größte Wertung abgezogen: Das ändert keine Wahrscheinlichkeit, hält aber die Potenzen klein.</translation>
    </message>
    <message>
        <source>digit</source>
        <translation>Ziffer</translation>
    </message>
    <message>
        <source>score</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>− largest</source>
        <translation>− größte</translation>
    </message>
    <message>
        <source>e to that</source>
        <translation>e hoch das</translation>
    </message>
    <message>
        <source>÷ sum</source>
        <translation>÷ Summe</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>Summe</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Point at a cell of the network to read its value</source>
        <translation>Auf eine Zelle des Netzes zeigen, um ihren Wert zu lesen</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>Kein Netz</translation>
    </message>
    <message>
        <source>LeNet-5</source>
        <translation>LeNet-5</translation>
    </message>
    <message>
        <source>{0}, {1} parameters</source>
        <translation>{0}, {1} Parameter</translation>
    </message>
    <message>
        <source>Weights in training, not saved</source>
        <translation>Gewichte im Training, nicht gespeichert</translation>
    </message>
    <message>
        <source>read in {0} ms</source>
        <translation>gelesen in {0} ms</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Steps from your ink to the network&apos;s input</source>
        <translation>Schritte vom Gezeichneten zur Eingabe des Netzes</translation>
    </message>
    <message>
        <source>Framed like MNIST: the ink&apos;s bounding box is scaled to 20 pixels and its centre of mass moved to the centre of 28×28.
Whole canvas: the canvas is shrunk as it is.
Then two pixels of paper are added on each side.</source>
        <translation>Wie MNIST gerahmt: Das umschließende Rechteck der Tinte wird auf 20 Pixel skaliert, ihr Schwerpunkt kommt in die Mitte von 28×28.
Ganze Fläche: Die Zeichenfläche wird verkleinert, wie sie ist.
Dann kommen auf jeder Seite zwei Pixel Papier hinzu.</translation>
    </message>
    <message>
        <source>ink</source>
        <translation>Tinte</translation>
    </message>
    <message>
        <source>your ink</source>
        <translation>gezeichnet</translation>
    </message>
    <message>
        <source>framed 28×28</source>
        <translation>gerahmt 28×28</translation>
    </message>
    <message>
        <source>whole canvas</source>
        <translation>ganze Fläche</translation>
    </message>
    <message>
        <source>padded 32×32</source>
        <translation>mit Rand 32×32</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Frame like MNIST</source>
        <translation>Wie MNIST rahmen</translation>
    </message>
    <message>
        <source>What it sees</source>
        <translation>Was das Netz sieht</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>What it sees: digit {0} of {1}</source>
        <translation>Was das Netz sieht: Ziffer {0} von {1}</translation>
    </message>
    <message>
        <source>Digit {0} of {1}</source>
        <translation>Ziffer {0} von {1}</translation>
    </message>
</context>
<context>
    <name>StripsView</name>
    <message>
        <source>The network, slid over the number</source>
        <translation>Das Netz, über die Zahl geglitten</translation>
    </message>
    <message>
        <source>Every layer runs once over the whole number. Each column of the output is the network’s answer to the window above it. Use ← and → to move the window, and ↑ and ↓ to see other maps.</source>
        <translation>Jede Schicht läuft einmal über die ganze Zahl. Jede Spalte der Ausgabe ist die Antwort des Netzes auf das Fenster darüber. ← und → verschieben das Fenster, ↑ und ↓ zeigen andere Karten.</translation>
    </message>
    <message>
        <source>map {0}</source>
        <translation>Karte {0}</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>Evidenz</translation>
    </message>
    <message>
        <source>sliding</source>
        <translation>gleitend</translation>
    </message>
    <message>
        <source>cutting</source>
        <translation>zerlegt</translation>
    </message>
    <message>
        <source>Window {0} of {1}: closest to {2} ({3}), evidence {4}</source>
        <translation>Fenster {0} von {1}: am ehesten {2} ({3}), Evidenz {4}</translation>
    </message>
    <message>
        <source>{0}; read as {1}</source>
        <translation>{0}; gelesen als {1}</translation>
    </message>
    <message>
        <source>{0}; refused</source>
        <translation>{0}; zurückgewiesen</translation>
    </message>
    <message>
        <source>{0}; between digits</source>
        <translation>{0}; zwischen Ziffern</translation>
    </message>
    <message>
        <source>Click for the next map</source>
        <translation>Klick zeigt die nächste Karte</translation>
    </message>
    <message>
        <source>Probability of {0}: {1}</source>
        <translation>Wahrscheinlichkeit der {0}: {1}</translation>
    </message>
    <message>
        <source>{0}, unit {1}: {2}</source>
        <translation>{0}, Neuron {1}: {2}</translation>
    </message>
    <message>
        <source>{0}, row {1}, column {2}: {3}</source>
        <translation>{0}, Zeile {1}, Spalte {2}: {3}</translation>
    </message>
    <message>
        <source>{0}, map {1}</source>
        <translation>{0}, Karte {1}</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>Input: your ink in 32×32 pixels; this is all the network sees.</source>
        <translation>Eingabe: das Gezeichnete in 32×32 Pixeln; mehr sieht das Netz nicht.</translation>
    </message>
    <message>
        <source>Convolution: a small kernel slides over the maps before it and is compared with every patch; where they are alike, the value is large.</source>
        <translation>Faltung: Ein kleiner Kernel gleitet über die Karten davor und wird mit jedem Ausschnitt verrechnet; wo sich beide gleichen, ist der Wert groß.</translation>
    </message>
    <message>
        <source>Average pooling: four neighbours are replaced by their mean, so that exact positions matter less.</source>
        <translation>Average-Pooling: Aus vier Nachbarn wird ihr Mittel, sodass es weniger darauf ankommt, wo genau etwas ist.</translation>
    </message>
    <message>
        <source>Linear layer: every unit weighs all values of the layer before and adds them up.</source>
        <translation>Lineare Schicht: Jedes Neuron gewichtet alle Werte der Schicht davor und summiert sie.</translation>
    </message>
    <message>
        <source>tanh: squeezes any sum into −1 … +1, so that large sums don&apos;t drown the rest.</source>
        <translation>tanh: biegt jede Summe in −1 … +1, damit große die übrigen nicht übertönen.</translation>
    </message>
    <message>
        <source>Softmax: turns ten sums into probabilities: e to the power of each sum, divided by the total of all ten.</source>
        <translation>Softmax: macht aus zehn Summen Wahrscheinlichkeiten; jede ist e hoch ihre Summe, geteilt durch die Summe aller zehn solchen Potenzen.</translation>
    </message>
    <message>
        <source>Parameters: the numbers found by training: kernels, weights and biases.</source>
        <translation>Parameter: die Zahlen, die das Training gefunden hat, also Kernel, Gewichte und Bias.</translation>
    </message>
    <message>
        <source>Bias: a trained number that each unit adds to its sum.</source>
        <translation>Bias: eine eigene Zahl des Neurons, die zur Summe addiert wird.</translation>
    </message>
    <message>
        <source>Kernel: the trained pattern that every patch is compared with.</source>
        <translation>Kernel: das gelernte Muster, mit dem ein Ausschnitt verglichen wird, überall dasselbe.</translation>
    </message>
    <message>
        <source>What it sees: the patch of the previous map that this unit is computed from.</source>
        <translation>Ausschnitt: der Teil der Karte davor, aus dem dieses Neuron berechnet wird.</translation>
    </message>
    <message>
        <source>Products: each value it sees times the kernel&apos;s number at the same place.</source>
        <translation>Produkte: jeder gesehene Wert mal die Zahl des Kernels an derselben Stelle.</translation>
    </message>
    <message>
        <source>Each bar is the contribution of one input map. Click a bar, or use ← and →, to see it.</source>
        <translation>Jeder Balken ist der Beitrag einer Eingabekarte. Ein Klick oder ← und → zeigen sie.</translation>
    </message>
    <message>
        <source>Receptive field: the part of the input that a unit&apos;s value depends on.</source>
        <translation>Rezeptives Feld: der Teil der Eingabe, von dem der Wert eines Neurons abhängt.</translation>
    </message>
    <message>
        <source>Probability: how sure the network is of each digit. All ten add up to 100 %, whatever you draw.</source>
        <translation>Wahrscheinlichkeit: wie sicher sich das Netz bei jeder Ziffer ist; alle zehn ergeben zusammen 100&#xa0;%, was auch immer gezeichnet ist.</translation>
    </message>
    <message>
        <source>Each row is one value of the layer before times its weight: its contribution to the sum.</source>
        <translation>Jede Zeile ist ein Wert der Schicht davor mal sein Gewicht: sein Anteil an der Summe.</translation>
    </message>
    <message>
        <source>Pull: the weight to the digit times the unit&apos;s value. Together with the bias, all pulls add up to the digit&apos;s score.</source>
        <translation>Zug: das Gewicht zur Ziffer mal der Wert des Neurons. Mit dem Bias ergeben alle Züge zusammen die Wertung der Ziffer.</translation>
    </message>
    <message>
        <source>Pull: how the digit&apos;s score changes with the unit&apos;s value (its derivative), times that value.</source>
        <translation>Zug: wie sich die Wertung der Ziffer mit dem Wert des Neurons ändert (die Ableitung), mal diesem Wert.</translation>
    </message>
</context>
<context>
    <name>Tiles</name>
    <message>
        <source>{0}, no ink</source>
        <translation>{0}, ohne Tinte</translation>
    </message>
    <message>
        <source>{0}, read {1}</source>
        <translation>{0}, als {1}</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Eraser width in pixels of 28</source>
        <translation>Breite des Radierers in Pixeln von 28</translation>
    </message>
    <message>
        <source>Eraser width, in pixels of the 28×28 image ([ and ])</source>
        <translation>Breite des Radierers, in Pixeln des 28×28-Bildes ([ und ])</translation>
    </message>
    <message>
        <source>Pen width in pixels of 28</source>
        <translation>Breite des Stifts in Pixeln von 28</translation>
    </message>
    <message>
        <source>Pen width, in pixels of the 28×28 image ([ and ])
Framed like MNIST, strokes are kept between 2 and 3 pixels</source>
        <translation>Breite des Stifts, in Pixeln des 28×28-Bildes ([ und ])
Wie MNIST gerahmt bleiben Striche zwischen 2 und 3 Pixeln breit</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Show me one</source>
        <translation>Beispiel zeigen</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>Eine Ziffer zeichnen</translation>
    </message>
    <message>
        <source>Draw here with the mouse, a pen or a finger, at any size and anywhere. It is read as you draw.</source>
        <translation>Hier mit Maus, Stift oder Finger zeichnen, beliebig groß und an beliebiger Stelle. Gelesen wird schon beim Zeichnen.</translation>
    </message>
    <message>
        <source>The network&apos;s probability for each digit. All ten add up to 100&#xa0;% and change with every point you draw.</source>
        <translation>Wie wahrscheinlich jede Ziffer für das Netz ist. Die zehn Werte ergeben zusammen 100&#xa0;% und ändern sich mit jedem gezeichneten Punkt.</translation>
    </message>
    <message>
        <source>Your ink, scaled and centred like the digits that the network learned from. These few pixels are all it gets. Turn the switch off to see how it reads without that help.</source>
        <translation>Das Gezeichnete, verkleinert und zentriert wie die Ziffern, aus denen das Netz gelernt hat. Mehr als diese wenigen Pixel bekommt es nicht; der Schalter zeigt, wie es ohne diese Hilfe liest.</translation>
    </message>
    <message>
        <source>What it reads</source>
        <translation>Was das Netz liest</translation>
    </message>
    <message>
        <source>What it sees</source>
        <translation>Was das Netz sieht</translation>
    </message>
    <message>
        <source>Inside the network</source>
        <translation>Blick ins Netz</translation>
    </message>
    <message>
        <source>The output of every layer, from your ink at the top to ten digits at the bottom. Point at a cell: what it sees is outlined in the layers above and on your ink.</source>
        <translation>Jede Schicht mit ihrer Antwort, vom Gezeichneten oben bis zu den zehn Ziffern unten. Zeigt man auf eine Zelle, wird in den Schichten darüber und auf der Zeichnung umrandet, was sie sieht.</translation>
    </message>
    <message>
        <source>One number, explained</source>
        <translation>Eine Zahl, erklärt</translation>
    </message>
    <message>
        <source>Click any cell. The one selected here multiplies what it sees by its kernel and adds up the products and its bias; tanh of that sum is its value. Keep drawing and watch it change.</source>
        <translation>Jede Zelle lässt sich anklicken. Die hier gewählte multipliziert, was sie sieht, mit ihrem Kernel und addiert die Produkte und ihren Bias; der tanh dieser Summe ist ihr Wert. Beim Weiterzeichnen ändert er sich.</translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>Skip</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>UnitText</name>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>{0} is off</source>
        <translation>{0} ist aus</translation>
    </message>
    <message>
        <source>{0} is on</source>
        <translation>{0} ist an</translation>
    </message>
    <message>
        <source>{0} units off</source>
        <translation>{0} Neuronen aus</translation>
    </message>
    <message>
        <source>{0} maps off</source>
        <translation>{0} Karten aus</translation>
    </message>
    <message>
        <source>{0} maps and units off</source>
        <translation>{0} Karten und Neuronen aus</translation>
    </message>
    <message>
        <source>sum before tanh {0}</source>
        <translation>Summe vor tanh {0}</translation>
    </message>
    <message>
        <source>value {0}</source>
        <translation>Wert {0}</translation>
    </message>
    <message>
        <source>digit {0}</source>
        <translation>Ziffer {0}</translation>
    </message>
    <message>
        <source>unit {0}</source>
        <translation>Neuron {0}</translation>
    </message>
    <message>
        <source>row {0}, column {1}</source>
        <translation>Zeile {0}, Spalte {1}</translation>
    </message>
    <message>
        <source>map {0}</source>
        <translation>Karte {0}</translation>
    </message>
    <message>
        <source>sees all of the {0} input</source>
        <translation>sieht die ganze {0}-Eingabe</translation>
    </message>
    <message>
        <source>sees rows {0}–{1}, columns {2}–{3} of the {4} input</source>
        <translation>sieht Zeilen {0}–{1}, Spalten {2}–{3} von {4}</translation>
    </message>
</context>
<context>
    <name>UnitsView</name>
    <message>
        <source>Each unit’s share of the difference</source>
        <translation>Anteil jedes Neurons an der Differenz</translation>
    </message>
    <message>
        <source>The last layer before the scores has 84 units. What each adds to the difference is its value times the difference of its two weights. Click a bar to see its unit.</source>
        <translation>Die letzte Schicht vor den Wertungen hat 84 Neuronen. Jedes trägt zur Differenz seinen Wert mal die Differenz seiner zwei Gewichte bei. Ein Klick auf einen Balken zeigt das Neuron.</translation>
    </message>
    <message>
        <source>unit {0}: {1}</source>
        <translation>Neuron {0}: {1}</translation>
    </message>
    <message>
        <source>units {0}: {1}</source>
        <translation>Neuronen {0}: {1}</translation>
    </message>
</context>
<context>
    <name>WeightsMenu</name>
    <message>
        <source>Can&apos;t use these weights</source>
        <translation>Diese Gewichte passen nicht</translation>
    </message>
    <message>
        <source>Read with these weights</source>
        <translation>Mit diesen Gewichten lesen</translation>
    </message>
</context>
<context>
    <name>WeightsOpener</name>
    <message>
        <source>Weights (*.safetensors *.pt *.pth *.h5 *.keras);;All files (*)</source>
        <translation>Gewichte (*.safetensors *.pt *.pth *.h5 *.keras);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open weights</source>
        <translation>Gewichte öffnen</translation>
    </message>
    <message>
        <source>Can&apos;t use these weights</source>
        <translation>Diese Gewichte sind nicht verwendbar</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>How is this computed?</source>
        <translation>Wie wird das berechnet?</translation>
    </message>
    <message>
        <source>Softmax step by step</source>
        <translation>Softmax Schritt für Schritt</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Wertungen</translation>
    </message>
    <message>
        <source>before softmax</source>
        <translation>vor Softmax</translation>
    </message>
    <message>
        <source>What would change its mind</source>
        <translation>Was es umstimmen würde</translation>
    </message>
    <message>
        <source>Nearest digits</source>
        <translation>Ähnlichste Ziffern</translation>
    </message>
    <message>
        <source>and their distance in F6</source>
        <translation>und ihr Abstand in F6</translation>
    </message>
    <message>
        <source>By ink</source>
        <translation>Nach Tinte</translation>
    </message>
    <message>
        <source>which ink speaks for which digit</source>
        <translation>welche Tinte wofür spricht</translation>
    </message>
    <message>
        <source>bias {0} + units {1} = {2}</source>
        <translation>Bias {0} + Neuronen {1} = {2}</translation>
    </message>
    <message>
        <source>By unit</source>
        <translation>Nach Neuron</translation>
    </message>
    <message>
        <source>F6’s 84 units, the strongest first</source>
        <translation>die 84 von F6, sortiert</translation>
    </message>
    <message>
        <source>blank {0} + maps {1} = {2}</source>
        <translation>leer {0} + Karten {1} = {2}</translation>
    </message>
    <message>
        <source>By map</source>
        <translation>Nach Karte</translation>
    </message>
    <message>
        <source>each map’s share</source>
        <translation>Anteil jeder Karte</translation>
    </message>
    <message>
        <source>By stroke</source>
        <translation>Nach Strich</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>wird gesucht …</translation>
    </message>
    <message>
        <source>blank {0} + maps {1} + error {3} = {2}</source>
        <translation>leer {0} + Karten {1} + Fehler {3} = {2}</translation>
    </message>
    <message>
        <source>as of the last stroke</source>
        <translation>Stand: letzter Strich</translation>
    </message>
    <message>
        <source>each stroke’s share of {0}</source>
        <translation>Anteil jedes Strichs an {0}</translation>
    </message>
    <message>
        <source>The page can’t be opened</source>
        <translation>Die Seite lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>a 0</source>
        <translation>eine 0</translation>
    </message>
    <message>
        <source>a 1</source>
        <translation>eine 1</translation>
    </message>
    <message>
        <source>a 2</source>
        <translation>eine 2</translation>
    </message>
    <message>
        <source>a 3</source>
        <translation>eine 3</translation>
    </message>
    <message>
        <source>a 4</source>
        <translation>eine 4</translation>
    </message>
    <message>
        <source>a 5</source>
        <translation>eine 5</translation>
    </message>
    <message>
        <source>a 6</source>
        <translation>eine 6</translation>
    </message>
    <message>
        <source>a 7</source>
        <translation>eine 7</translation>
    </message>
    <message>
        <source>an 8</source>
        <translation>eine 8</translation>
    </message>
    <message>
        <source>a 9</source>
        <translation>eine 9</translation>
    </message>
    <message>
        <source>There is no network: its weights could not be read.</source>
        <translation>Es gibt kein Netz: Seine Gewichte konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>A dot is too little ink to be read as a digit: draw on.</source>
        <translation>Ein Punkt ist zu wenig Tinte für eine Ziffer: einfach weiterzeichnen.</translation>
    </message>
    <message>
        <source>Draw a digit: here you see why it is read as that digit and no other.</source>
        <translation>Eine Ziffer zeichnen: Hier steht dann, warum sie so gelesen wird und nicht anders.</translation>
    </message>
    <message>
        <source>The scores are too large to be numbers: this network can’t be explained.</source>
        <translation>Die Wertungen sind zu groß, um Zahlen zu sein: Dieses Netz lässt sich nicht erklären.</translation>
    </message>
    <message>
        <source>The network is in training: pale parts follow when training pauses.</source>
        <translation>Das Netz ist im Training: Blasse Teile folgen, wenn es pausiert.</translation>
    </message>
    <message>
        <source>It doesn’t look like a digit: these are the two that it resembles most.</source>
        <translation>Es sieht nicht nach einer Ziffer aus: Dies sind die zwei, denen es am meisten ähnelt.</translation>
    </message>
    <message>
        <source>Maps are off: this is why the network without them reads it so.</source>
        <translation>Karten sind aus: So liest das Netz ohne sie, und hier steht, warum.</translation>
    </message>
    <message>
        <source>This is a picture: it has ink, but no strokes to take apart.</source>
        <translation>Dies ist ein Bild: Es hat Tinte, aber keine Striche, die sich trennen ließen.</translation>
    </message>
    <message>
        <source>Why {0} and not {1}?</source>
        <translation>Warum {0} und nicht {1}?</translation>
    </message>
    <message>
        <source>Why {0} rather than {1}?</source>
        <translation>Warum eher {0} als {1}?</translation>
    </message>
    <message>
        <source>{0} scores {1}, {2} scores {3}: a difference of {4}, so {0} is {5} times as probable.</source>
        <translation>{0} hat {1}, {2} hat {3}: Differenz {4}, die {0} ist also {5}-mal so wahrscheinlich.</translation>
    </message>
    <message>
        <source>{0} scores {1}, {2} scores {3}: a difference of {4}, so both are about equally probable.</source>
        <translation>{0} hat {1}, {2} hat {3}: Differenz {4}, beide sind also etwa gleich wahrscheinlich.</translation>
    </message>
</context>
<context>
    <name>Winner</name>
    <message>
        <source>Reading</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>closest: {0}</source>
        <translation>am nächsten: {0}</translation>
    </message>
    <message>
        <source>perhaps {0}</source>
        <translation>vielleicht {0}</translation>
    </message>
    <message>
        <source>too little ink to tell</source>
        <translation>zu wenig Tinte, um etwas zu erkennen</translation>
    </message>
    <message>
        <source>No digit</source>
        <translation>Keine Ziffer</translation>
    </message>
    <message>
        <source>doesn&apos;t look like a digit</source>
        <translation>sieht nicht wie eine Ziffer aus</translation>
    </message>
    <message>
        <source>a zero</source>
        <translation>eine Null</translation>
    </message>
    <message>
        <source>a one</source>
        <translation>eine Eins</translation>
    </message>
    <message>
        <source>a two</source>
        <translation>eine Zwei</translation>
    </message>
    <message>
        <source>a three</source>
        <translation>eine Drei</translation>
    </message>
    <message>
        <source>a four</source>
        <translation>eine Vier</translation>
    </message>
    <message>
        <source>a five</source>
        <translation>eine Fünf</translation>
    </message>
    <message>
        <source>a six</source>
        <translation>eine Sechs</translation>
    </message>
    <message>
        <source>a seven</source>
        <translation>eine Sieben</translation>
    </message>
    <message>
        <source>an eight</source>
        <translation>eine Acht</translation>
    </message>
    <message>
        <source>a nine</source>
        <translation>eine Neun</translation>
    </message>
    <message>
        <source>doesn&apos;t look like a digit (closest: {0})</source>
        <translation>sieht nicht wie eine Ziffer aus (am nächsten: {0})</translation>
    </message>
    <message>
        <source>{0}, or {1}?</source>
        <translation>{0} oder {1}?</translation>
    </message>
    <message>
        <source>clearly {0}</source>
        <translation>eindeutig {0}</translation>
    </message>
    <message>
        <source>probably {0}</source>
        <translation>vermutlich {0}</translation>
    </message>
</context>
<context>
    <name>ZoomView</name>
    <message>
        <source>Zoom with the wheel, a pinch, + or −: large cells show their numbers. Drag to move; double-click or press 0 to fit.</source>
        <translation>Mausrad, zwei Finger, + und − zoomen: Große Zellen zeigen ihre Zahlen. Ziehen verschiebt; Doppelklick oder 0 passt die Karte ein.</translation>
    </message>
</context>
</TS>
