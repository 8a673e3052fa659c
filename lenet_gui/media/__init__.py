"""Convert files and pictures to drawings and back, with QtGui but without widgets."""
