"""Files and pictures to drawings, and back, with QtGui; no widgets are here."""
