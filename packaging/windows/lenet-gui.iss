; Inno Setup: iscc /DVersion=0.1.0 packaging\windows\lenet-gui.iss makes dist\lenet-gui-0.1.0-windows-setup.exe.
; Not tested yet.
[Setup]
AppId={{6C5F7C8E-4F0B-4C6B-9B52-7C1F0B6D5E21}
AppName=lenet-gui
AppVersion={#Version}
AppPublisher=The lenet-gui authors
DefaultDirName={autopf}\lenet-gui
DefaultGroupName=lenet-gui
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\assets\icons\lenet-gui.ico
UninstallDisplayIcon={app}\lenet-gui.exe
OutputDir=..\..\dist
OutputBaseFilename=lenet-gui-{#Version}-windows-setup
Compression=lzma2/max
SolidCompression=yes
ChangesAssociations=yes

[Files]
Source: "..\..\dist\lenet-gui\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\lenet-gui"; Filename: "{app}\lenet-gui.exe"

; Windows only looks at the part after the last dot, so it can't distinguish *.lenet.json from other
; JSON. It offers this program for JSON files, without making it the default.
[Registry]
Root: HKA; Subkey: "Software\Classes\.json\OpenWithProgids"; ValueType: string; ValueName: "lenet-gui.drawing"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\lenet-gui.drawing"; ValueType: string; ValueData: "Drawing of a digit"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\lenet-gui.drawing\shell\open\command"; ValueType: string; ValueData: """{app}\lenet-gui.exe"" ""%1"""

[Run]
Filename: "{app}\lenet-gui.exe"; Description: "Start lenet-gui"; Flags: nowait postinstall skipifsilent
