"""The application and its main window, which makes and connects all parts."""
