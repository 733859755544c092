<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
<name>chairside</name>
<message><source>Chairside</source><comment>app-name</comment><translation>Chairside</translation></message>
<message><source>en</source><comment>language</comment><translation>de</translation></message>
<message><source>.</source><comment>decimal-sign</comment><translation>,</translation></message>
<message><source>lower</source><comment>case-inside</comment><translation>kept</translation></message>
<message><source>Chairside is not a certified medical device. The bedside monitor and its own alarms stay primary: do not switch them off.</source><comment>disclaimer</comment><translation>Chairside ist kein zugelassenes Medizinprodukt. Der Monitor am Patienten und seine Alarme gehen vor: Schalten Sie sie nicht aus.</translation></message>
<message><source>SIMULATED – NOT A PATIENT</source><comment>simulated</comment><translation>SIMULATION – KEIN PATIENT</translation></message>
<message><source>MONITOR IN DEMO MODE – NOT A PATIENT</source><comment>demo-data</comment><translation>MONITOR IM DEMO-MODUS – KEIN PATIENT</translation></message>
<message><source>HR</source><comment>label-hr</comment><translation>HF</translation></message>
<message><source>Pulse</source><comment>label-pulse</comment><translation>Puls</translation></message>
<message><source>Cuff pulse</source><comment>label-nibp_pulse</comment><translation>Puls (Manschette)</translation></message>
<message><source>SBP</source><comment>label-sbp</comment><translation>SYS</translation></message>
<message><source>DBP</source><comment>label-dbp</comment><translation>DIA</translation></message>
<message><source>MAP</source><comment>label-map</comment><translation>MAD</translation></message>
<message><source>SpO₂</source><comment>label-spo2</comment><translation>SpO₂</translation></message>
<message><source>RR</source><comment>label-rr</comment><translation>AF</translation></message>
<message><source>PI</source><comment>label-perfusion</comment><translation>PI</translation></message>
<message><source>Temp</source><comment>label-temp</comment><translation>Temp</translation></message>
<message><source>ABP sys</source><comment>label-abp_sys</comment><translation>ABD sys</translation></message>
<message><source>ABP dia</source><comment>label-abp_dia</comment><translation>ABD dia</translation></message>
<message><source>ABP mean</source><comment>label-abp_mean</comment><translation>ABD mit</translation></message>
<message><source>Planned</source><comment>phase-planned</comment><translation>Geplant</translation></message>
<message><source>Screening</source><comment>phase-screening</comment><translation>Screening</translation></message>
<message><source>Baseline</source><comment>phase-baseline</comment><translation>Ruhewert</translation></message>
<message><source>Infusion</source><comment>phase-treating</comment><translation>Infusion</translation></message>
<message><source>Paused</source><comment>phase-paused</comment><translation>Pause</translation></message>
<message><source>Recovery</source><comment>phase-recovery</comment><translation>Erholung</translation></message>
<message><source>Discharge</source><comment>phase-discharge</comment><translation>Entlassung</translation></message>
<message><source>Ended</source><comment>phase-signed</comment><translation>Beendet</translation></message>
<message><source>The patient id is missing; give the clinic's own number.</source><comment>patient-id-missing</comment><translation>Die Patientennummer fehlt; geben Sie die Nummer Ihrer Praxis ein.</translation></message>
<message><source>There is no profile {0}; there are {1}.</source><comment>profile-unknown</comment><translation>Es gibt kein Profil {0}; vorhanden sind {1}.</translation></message>
<message><source>The clinic's profiles in {0} cannot be read: {1}.</source><comment>profiles-unreadable</comment><translation>Die Profile der Praxis in {0} sind nicht lesbar: {1}.</translation></message>
<message><source>The clinic's profiles in {0} are not used, because of {1}: {2}</source><comment>profiles-wrong</comment><translation>Die Profile der Praxis in {0} werden nicht verwendet, wegen {1}: {2}</translation></message>
<message><source>{0} is no table; expected [{0}] with based-on and limits.</source><comment>profile-no-table</comment><translation>{0} ist keine Tabelle; erwartet [{0}] mit based-on und limits.</translation></message>
<message><source>{0} is no name; use small letters, digits and hyphens, 24 at most.</source><comment>profile-name-wrong</comment><translation>{0} ist kein Name; kleine Buchstaben, Ziffern und Bindestriche verwenden, höchstens 24.</translation></message>
<message><source>{0} has {1}, which means nothing; there are {2}.</source><comment>profile-key-unknown</comment><translation>{0} hat {1}, was nichts bedeutet; vorhanden sind {2}.</translation></message>
<message><source>{0} is based on {1}, which there is not; there are {2}.</source><comment>profile-basis-unknown</comment><translation>{0} beruht auf {1}, das es nicht gibt; vorhanden sind {2}.</translation></message>
<message><source>the limits of {0} are no table; expected lines like sbp-high = 150.</source><comment>profile-limits-wrong</comment><translation>die Grenzen von {0} sind keine Tabelle; erwartet Zeilen wie sbp-high = 150.</translation></message>
<message><source>{0} has a limit {1}, which there is not; there are {2}.</source><comment>profile-limit-unknown</comment><translation>{0} hat eine Grenze {1}, die es nicht gibt; vorhanden sind {2}.</translation></message>
<message><source>switched-on of {0} is no list of rows; expected for example ["map-low"].</source><comment>profile-switches-wrong</comment><translation>switched-on von {0} ist keine Liste von Zeilen; erwartet etwa ["map-low"].</translation></message>
<message><source>{1} of {0} is {2}, which is no number.</source><comment>profile-number-wrong</comment><translation>{1} von {0} ist {2}, was keine Zahl ist.</translation></message>
<message><source>There is no modifier {0}; there are {1}.</source><comment>modifier-unknown</comment><translation>Es gibt keinen Zusatz {0}; vorhanden sind {1}.</translation></message>
<message><source>The {0}.</source><comment>entry-impossible</comment><translation>Nicht möglich: {0}.</translation></message>
<message><source>Chair {0} has a session already; end it first.</source><comment>chair-taken</comment><translation>Platz {0} hat schon eine Sitzung; beenden Sie sie zuerst.</translation></message>
<message><source>Session {0} was ended and cannot be continued.</source><comment>session-not-unfinished</comment><translation>Die Sitzung {0} ist beendet und kann nicht fortgesetzt werden.</translation></message>
<message><source>Session {0} is still being recorded by another Chairside on this computer; end it there, or continue it after that one was closed.</source><comment>session-recorded-elsewhere</comment><translation>Die Sitzung {0} wird noch von einem anderen Chairside auf diesem Computer aufgezeichnet; beenden Sie sie dort, oder setzen Sie sie fort, wenn jenes geschlossen ist.</translation></message>
<message><source>No monitor was chosen; choose at least one monitor and its port.</source><comment>device-missing</comment><translation>Es ist kein Monitor gewählt; wählen Sie mindestens einen Monitor und seinen Anschluss.</translation></message>
<message><source>«{0}» is not a monitor of session {1}; it goes on with {2}, each on a port of its own.</source><comment>device-not-of-session</comment><translation>«{0}» ist kein Monitor der Sitzung {1}; sie läuft mit {2} weiter, jeder an einem eigenen Anschluss.</translation></message>
<message><source>{0} was given for two monitors; each needs a port of its own.</source><comment>port-twice</comment><translation>{0} wurde für zwei Monitore angegeben; jeder braucht einen eigenen Anschluss.</translation></message>
<message><source>{0} cannot be written: {1}; choose another place.</source><comment>export-failed</comment><translation>{0} kann nicht geschrieben werden: {1}; wählen Sie einen anderen Ort.</translation></message>
<message><source>The record is kept, encrypted, in {0}.</source><comment>record-encrypted</comment><translation>Die Aufzeichnung liegt verschlüsselt in {0}.</translation></message>
<message><source>The record is kept in {0}, not encrypted.</source><comment>record-plain</comment><translation>Die Aufzeichnung liegt unverschlüsselt in {0}.</translation></message>
<message><source>This is the demo; start «chairside» without «demo» to use a monitor.</source><comment>demo-no-devices</comment><translation>Dies ist die Demo; starten Sie «chairside» ohne «demo», um einen Monitor zu verwenden.</translation></message>
<message><source>Left in {0}: one session database, its raw bytes, these pictures and its report:</source><comment>demo-left</comment><translation>Abgelegt in {0}: eine Sitzungsdatenbank, ihre Rohdaten und diese Bilder:</translation></message>
<message><source>No serial port is there; plug the monitor's cable in and look again.</source><comment>no-ports</comment><translation>Kein serieller Anschluss vorhanden; stecken Sie das Kabel des Monitors ein und suchen Sie noch einmal.</translation></message>
<message><source>No session has been recorded yet.</source><comment>no-sessions</comment><translation>Es wurde noch keine Sitzung aufgezeichnet.</translation></message>
<message><source>ended</source><comment>session-ended</comment><translation>beendet</translation></message>
<message><source>cut off</source><comment>session-cut-off</comment><translation>abgebrochen</translation></message>
<message><source>{0}: every row is as it was written.</source><comment>verified</comment><translation>{0}: jede Zeile ist, wie sie geschrieben wurde.</translation></message>
<message><source>{0}: {1}</source><comment>defect</comment><translation>{0}: {1}</translation></message>
<message><source>Its audit chain ends with line {0}, {1}; on paper, that shows later that nothing was cut off.</source><comment>verified-end</comment><translation>Die Kette der Vorgänge endet mit Zeile {0}, {1}; auf Papier zeigt das später, dass nichts abgeschnitten wurde.</translation></message>
<message><source>It is not encrypted: somebody who knows the program could have made its chains anew.</source><comment>verified-in-clear</comment><translation>Sie ist nicht verschlüsselt: Wer das Programm kennt, könnte ihre Ketten neu gemacht haben.</translation></message>
<message><source>There is no file {0}; give the .heads that lies beside a backup.</source><comment>mirror-missing</comment><translation>Es gibt keine Datei {0}; die .heads-Datei neben einer Sicherung angeben.</translation></message>
<message><source>No monitor was found: {0}</source><comment>probe-nothing</comment><translation>Kein Monitor gefunden: {0}</translation></message>
<message><source>{0} --port and {1} {2} were given; give one {2} for each --port in the same order, or none</source><comment>record-counts</comment><translation>{0} --port und {1} {2} wurden angegeben; je --port ein {2} in derselben Reihenfolge, oder keines</translation></message>
<message><source>{0} is a raw capture; name its monitor with --driver</source><comment>raw-needs-driver</comment><translation>{0} ist eine Rohaufzeichnung; ihren Monitor mit --driver nennen</translation></message>
<message><source>{0} holds nothing of {1}; its monitors are {2}</source><comment>capture-without-driver</comment><translation>{0} enthält nichts von {1}; seine Monitore sind {2}</translation></message>
<message><source>No session was cut off. {0}</source><comment>nothing-to-resume</comment><translation>Keine Sitzung wurde unterbrochen. {0}</translation></message>
<message><source>There is no display to show a window on; set DISPLAY, or play the demo into files with «chairside demo --headless --out DIR».</source><comment>no-display</comment><translation>Keine Anzeige für ein Fenster; DISPLAY setzen, oder die Vorführung in Dateien spielen mit «chairside demo --headless --out DIR».</translation></message>
<message><source>there is no file {0}; give a CSV recording, a raw capture, or the id of a session</source><comment>no-such-input</comment><translation>die Datei {0} fehlt; eine CSV-Aufzeichnung, eine Rohaufzeichnung oder die Kennung einer Sitzung angeben</translation></message>
<message><source>Listening for a {0} …</source><comment>test-waiting</comment><translation>Warte auf {0} …</translation></message>
<message><source>A {0} answers.</source><comment>test-talking</comment><translation>{0} antwortet.</translation></message>
<message><source>The port is open, but nothing that a {0} says comes. Check cable and monitor.</source><comment>test-silent</comment><translation>Der Anschluss ist offen, aber es kommt nichts, was {0} sagt. Prüfen Sie Kabel und Monitor.</translation></message>
<message><source>Something sends, but not as a {0} does. Check which monitor is on this port, and its output setting.</source><comment>test-wrong-driver</comment><translation>Etwas sendet, aber nicht wie {0}. Prüfen Sie, welcher Monitor an diesem Anschluss ist und wie sein Ausgang eingestellt ist.</translation></message>
<message><source>{0} is no monitor of this session; its monitors are {1}.</source><comment>prefer-no-device</comment><translation>{0} ist kein Monitor dieser Sitzung; ihre Monitore sind {1}.</translation></message>
<message><source>{0} does not measure {1}; choose a monitor that does.</source><comment>prefer-no-sign</comment><translation>{0} misst {1} nicht; wählen Sie einen Monitor, der es misst.</translation></message>
<message><source>Every cuff result counts, whichever monitor measured it; {0} has no preferred one.</source><comment>prefer-cuff</comment><translation>Jede Blutdruckmessung zählt, gleich von welchem Monitor; {0} hat keinen bevorzugten.</translation></message>
<message><source>That lies in the future; give how long ago it was.</source><comment>late-not-past</comment><translation>Das liegt in der Zukunft; angeben, wie lange es her ist.</translation></message>
<message><source>{0} min ago is more than 12 h; write it into a note as text.</source><comment>late-too-long</comment><translation>Vor {0} min ist mehr als 12 h her; als Text in eine Notiz schreiben.</translation></message>
<message><source>{0} min ago this session had not begun; write it into a note as text.</source><comment>late-before-session</comment><translation>Vor {0} min hatte diese Sitzung nicht begonnen; als Text in eine Notiz schreiben.</translation></message>
<message><source>There is no such note, or it was taken back; choose one of the list.</source><comment>note-unknown</comment><translation>Diese Notiz gibt es nicht, oder sie wurde zurückgenommen; eine der Liste wählen.</translation></message>
<message><source>It would be over before it began; give a later end.</source><comment>note-end-before-begin</comment><translation>Es wäre vorbei, bevor es begann; ein späteres Ende angeben.</translation></message>
<message><source>Nobody asks about this note any more.</source><comment>nothing-asked</comment><translation>Nach dieser Notiz fragt niemand mehr.</translation></message>
<message><source>This is not asked for any more; look at the list again.</source><comment>prompt-unknown</comment><translation>Das ist nicht mehr verlangt; siehe Liste.</translation></message>
<message><source>Say why it is skipped; choose a reason or write one.</source><comment>prompt-no-reason</comment><translation>Angeben, warum es ausgelassen wird; einen Grund wählen oder schreiben.</translation></message>
<message><source>This cannot be skipped; answer it.</source><comment>prompt-must-be-done</comment><translation>Das lässt sich nicht auslassen; beantworten.</translation></message>
<message><source>The name of the drug is missing; write which drug was given.</source><comment>drug-no-name</comment><translation>Der Name des Medikaments fehlt; angeben, was gegeben wurde.</translation></message>
<message><source>Distress is not noted now; there is nothing to end.</source><comment>no-distress</comment><translation>Es ist keine Unruhe notiert; es gibt nichts zu beenden.</translation></message>
<message><source>The patient is off the monitor already; tap Back when she returns.</source><comment>off-monitor-already</comment><translation>Der Patient ist schon nicht am Monitor; bei der Rückkehr «Zurück» antippen.</translation></message>
<message><source>The patient is not noted as off the monitor; there is no return to note.</source><comment>not-off-monitor</comment><translation>Der Patient ist nicht als abwesend notiert; es gibt keine Rückkehr zu notieren.</translation></message>
<message><source>Sign in first: whose chair this is needs a name.</source><comment>sign-in-first</comment><translation>Zuerst anmelden: Wer für den Platz zuständig ist, braucht einen Namen.</translation></message>
<message><source>Every entry of this chair has a name; there is nothing to claim.</source><comment>nothing-to-claim</comment><translation>Jeder Eintrag dieses Platzes hat einen Namen.</translation></message>
<message><source>Nobody covers this chair; there is nothing to end.</source><comment>nobody-covers</comment><translation>Niemand vertritt diesen Platz; es gibt nichts zu beenden.</translation></message>
<message><source>A cover lasts 10 min at most; for longer, hand the chair over.</source><comment>cover-too-long</comment><translation>Eine Vertretung dauert höchstens 10 min; für länger den Platz übergeben.</translation></message>
<message><source>This is the chair of {0} already; it needs no cover by the same person.</source><comment>cover-is-owner</comment><translation>{0} ist schon für diesen Platz zuständig; dieselbe Person kann nicht vertreten.</translation></message>
<message><source>Choose who takes the chair.</source><comment>hand-over-to-nobody</comment><translation>Wählen Sie, wer den Platz übernimmt.</translation></message>
<message><source>This is the chair of {0} already; choose somebody else.</source><comment>hand-over-to-owner</comment><translation>{0} ist schon für diesen Platz zuständig; jemand anderen wählen.</translation></message>
<message><source>This session has ended; nothing can be entered in it any more.</source><comment>session-over</comment><translation>Diese Sitzung ist beendet; es kann nichts mehr eingetragen werden.</translation></message>
<message><source>Nothing can be given yet: finish the screening, then measure a baseline.</source><comment>start-before-baseline</comment><translation>Noch kann nichts gegeben werden: zuerst das Screening, dann den Ruhewert messen.</translation></message>
<message><source>The treatment has begun already; to run faster or slower, change the rate.</source><comment>start-twice</comment><translation>Die Behandlung hat schon begonnen; für schneller oder langsamer die Rate ändern.</translation></message>
<message><source>The infusion is paused: resume it or stop it.</source><comment>start-while-paused</comment><translation>Die Infusion pausiert: fortsetzen oder beenden.</translation></message>
<message><source>The treatment of this session is over; another dose needs another session.</source><comment>start-after-end</comment><translation>Die Behandlung dieser Sitzung ist vorbei; eine weitere Gabe braucht eine neue Sitzung.</translation></message>
<message><source>Nothing runs yet that could be paused: start the infusion first.</source><comment>pause-before-start</comment><translation>Es läuft noch nichts, was pausieren könnte: zuerst die Infusion starten.</translation></message>
<message><source>The infusion is paused already: resume it or stop it.</source><comment>pause-twice</comment><translation>Die Infusion pausiert schon: fortsetzen oder beenden.</translation></message>
<message><source>The infusion was stopped; there is nothing left to pause.</source><comment>pause-after-end</comment><translation>Die Infusion ist beendet; es gibt nichts mehr anzuhalten.</translation></message>
<message><source>Nothing was paused, because nothing was started: start the infusion.</source><comment>resume-before-start</comment><translation>Nichts pausiert, weil nichts gestartet wurde: die Infusion starten.</translation></message>
<message><source>The infusion runs; there is nothing to resume.</source><comment>resume-while-running</comment><translation>Die Infusion läuft; es gibt nichts fortzusetzen.</translation></message>
<message><source>The infusion was stopped and cannot go on; another dose needs another session.</source><comment>resume-after-end</comment><translation>Die Infusion ist beendet und kann nicht weiterlaufen; eine weitere Gabe braucht eine neue Sitzung.</translation></message>
<message><source>Nothing was started that could be stopped; to leave without a treatment, end the session.</source><comment>stop-before-start</comment><translation>Es wurde nichts gestartet, was enden könnte; ohne Behandlung die Sitzung beenden.</translation></message>
<message><source>The treatment was stopped already; go on to the discharge.</source><comment>stop-twice</comment><translation>Die Behandlung ist schon beendet; weiter zur Entlassung.</translation></message>
<message><source>By this route nothing runs in: enter each dose, in mg, at the moment it is given.</source><comment>start-is-a-dose</comment><translation>Auf diesem Weg läuft nichts ein: jede Gabe in mg eintragen, wenn sie erfolgt.</translation></message>
<message><source>The plan is an infusion: start it, or plan another route first.</source><comment>dose-is-a-drip</comment><translation>Geplant ist eine Infusion: starten oder zuerst einen anderen Weg planen.</translation></message>
<message><source>A dose by this route cannot be paused: call the provider now, and watch the patient.</source><comment>cannot-pause-route</comment><translation>Eine Gabe auf diesem Weg lässt sich nicht anhalten: jetzt den Arzt rufen und den Patienten beobachten.</translation></message>
<message><source>The treatment has begun and the plan stands: change the rate instead.</source><comment>plan-stands</comment><translation>Die Behandlung hat begonnen, der Plan steht: stattdessen die Rate ändern.</translation></message>
<message><source>A dose of {0} {3} cannot be by this route; expected {1} to {2} {3}.</source><comment>plan-impossible-dose</comment><translation>Eine Dosis von {0} {3} geht auf diesem Weg nicht; erwartet {1} bis {2} {3}.</translation></message>
<message><source>A weight of {0} {3} cannot be; expected {1} to {2} {3}.</source><comment>plan-impossible-weight</comment><translation>Ein Gewicht von {0} {3} kann nicht sein; erwartet {1} bis {2} {3}.</translation></message>
<message><source>That would run at {0} {3}; a pump gives {1} to {2} {3}. Plan a longer time.</source><comment>plan-impossible-rate</comment><translation>Das liefe mit {0} {3}; eine Pumpe gibt {1} bis {2} {3}. Längere Zeit planen.</translation></message>
<message><source>The dose is {1} mg/kg by IV, above 1 mg/kg: a second person must confirm the plan.</source><comment>needs-second-iv-above-1</comment><translation>Die Dosis ist {1} mg/kg i.v., über 1 mg/kg: Eine zweite Person muss den Plan bestätigen.</translation></message>
<message><source>The dose is {0} mg, more than 1.5 times the last one of {2} mg: a second person must confirm the plan.</source><comment>needs-second-above-last</comment><translation>Die Dosis ist {0} mg, mehr als das 1,5-Fache der letzten von {2} mg: Eine zweite Person muss den Plan bestätigen.</translation></message>
<message><source>The second person must be somebody else than {0}.</source><comment>second-is-self</comment><translation>Die zweite Person muss jemand anderes sein als {0}.</translation></message>
<message><source>A dose of {0} mg cannot be; expected more than 0 and up to {1} mg.</source><comment>dose-impossible</comment><translation>Eine Dosis von {0} mg kann nicht sein; erwartet mehr als 0 und bis {1} mg.</translation></message>
<message><source>A rate of {0} mg/min cannot be; expected {1} to {2} mg/min.</source><comment>rate-impossible</comment><translation>Eine Rate von {0} mg/min kann nicht sein; erwartet {1} bis {2} mg/min.</translation></message>
<message><source>By this route nothing runs at a rate: enter a further dose.</source><comment>rate-is-a-dose</comment><translation>Auf diesem Weg läuft nichts mit einer Rate: eine weitere Gabe eintragen.</translation></message>
<message><source>Nothing runs yet whose rate could change: start the infusion first.</source><comment>rate-before-start</comment><translation>Es läuft noch nichts, dessen Rate sich ändern ließe: zuerst die Infusion starten.</translation></message>
<message><source>The infusion is paused: resume it first, then enter the new rate.</source><comment>rate-while-paused</comment><translation>Die Infusion pausiert: zuerst fortsetzen, dann die neue Rate eintragen.</translation></message>
<message><source>The infusion was stopped; there is no rate left to change.</source><comment>rate-after-end</comment><translation>Die Infusion ist beendet; es gibt keine Rate mehr zu ändern.</translation></message>
<message><source>This can be entered up to {0} min late; choose a later moment.</source><comment>given-late-bounds</comment><translation>Das lässt sich bis zu {0} min später eintragen; einen späteren Zeitpunkt wählen.</translation></message>
<message><source>That is before the last entry about the drug, {0} min ago; choose a later moment.</source><comment>given-before-last</comment><translation>Das liegt vor dem letzten Eintrag über das Mittel, vor {0} min; einen späteren Zeitpunkt wählen.</translation></message>
<message><source>That is before this session began, {0} min ago; choose a later moment.</source><comment>given-before-session</comment><translation>Das liegt vor dem Beginn dieser Sitzung, vor {0} min; einen späteren Zeitpunkt wählen.</translation></message>
<message><source>The rules say to stop: it was paused twice, or for more than 20 min in all. Stop it, or give the provider's reason for going on.</source><comment>resume-terminate</comment><translation>Nach den Regeln beenden: zweimal oder insgesamt länger als 20 min pausiert. Beenden, oder den ärztlichen Grund für das Fortsetzen angeben.</translation></message>
<message><source>It was paused at a very high pressure: it goes on after two readings below 160/100 with a heart rate below 110, 5 min apart, or with a reason. None counts yet: measure.</source><comment>resume-not-low</comment><translation>Pausiert bei sehr hohem Druck: weiter nach zwei Messungen unter 160/100 mit Herzfrequenz unter 110, 5 min auseinander, oder mit Grund. Noch zählt keine: messen.</translation></message>
<message><source>One reading below 160/100 with a heart rate below 110 is there; the second one counts in {0} min. Measure then, or give a reason.</source><comment>resume-once-more</comment><translation>Eine Messung unter 160/100 mit Herzfrequenz unter 110 ist da; die zweite zählt in {0} min. Dann messen, oder einen Grund angeben.</translation></message>
<message><source>It was paused at a very high pressure: name the provider who lets it go on.</source><comment>resume-no-provider</comment><translation>Pausiert bei sehr hohem Druck: den Arzt nennen, der es weiterlaufen lässt.</translation></message>
<message><source>By this route there is no pump in use.</source><comment>pump-none</comment><translation>Auf diesem Weg wird keine Pumpe verwendet.</translation></message>
<message><source>The infusion was not started yet.</source><comment>pump-before-start</comment><translation>Die Infusion wurde noch nicht gestartet.</translation></message>
<message><source>The infusion runs by the record: enter a pause or a stop first.</source><comment>pump-should-run</comment><translation>Laut Akte läuft die Infusion: zuerst Pause oder Ende eintragen.</translation></message>
<message><source>The pump's volume is entered when the infusion was stopped: stop it.</source><comment>volume-before-stop</comment><translation>Das Pumpenvolumen wird nach dem Ende der Infusion eingetragen: beenden.</translation></message>
<message><source>A volume of {0} mL cannot be; expected 0 to {1} mL.</source><comment>volume-impossible</comment><translation>Ein Volumen von {0} ml kann nicht sein; erwartet 0 bis {1} ml.</translation></message>
<message><source>{0} mg cannot be; enter more than 0 and up to 10000 mg.</source><comment>drug-mass-impossible</comment><translation>{0} mg kann nicht sein; mehr als 0 und bis 10000 mg eingeben.</translation></message>
<message><source>Waste needs a witness: name the second person who saw it.</source><comment>waste-no-witness</comment><translation>Verwurf braucht einen Zeugen: die zweite Person nennen, die es sah.</translation></message>
<message><source>{0} cannot be the own witness; name somebody else.</source><comment>waste-own-witness</comment><translation>{0} kann nicht der eigene Zeuge sein; jemand anderen nennen.</translation></message>
<message><source>Verified backup {0}, {1}, {2}, restored and compared.</source><comment>backup-verified</comment><translation>Geprüfte Sicherung {0}, {1}, {2}, zurückgespielt und verglichen.</translation></message>
<message><source>The copy {0} is true, but the record itself has {1}, the first: {2} Keep the earlier backups, and run «chairside verify».</source><comment>backup-suspect</comment><translation>Die Kopie {0} ist treu, aber die Aufzeichnung selbst hat {1}, zuerst: {2} Behalten Sie die früheren Sicherungen, und führen Sie «chairside verify» aus.</translation></message>
<message><source>one defect</source><comment>backup-defect-one</comment><translation>einen Fehler</translation></message>
<message><source>{0} defects</source><comment>backup-defects</comment><translation>{0} Fehler</translation></message>
<message><source>1 session</source><comment>backup-session-one</comment><translation>1 Sitzung</translation></message>
<message><source>{0} sessions</source><comment>backup-sessions</comment><translation>{0} Sitzungen</translation></message>
<message><source>Raw bytes that could not be copied: {0}</source><comment>backup-fault</comment><translation>Rohdaten, die nicht kopiert werden konnten: {0}</translation></message>
<message><source>It lies on the disk of the record: when that disk is lost, both are. Choose another disk.</source><comment>backup-same-disk</comment><translation>Sie liegt auf der Platte der Aufzeichnung: geht diese verloren, sind beide weg. Wählen Sie eine andere Platte.</translation></message>
<message><source>There is no backup of {0} in {1}.</source><comment>backup-none</comment><translation>In {1} gibt es keine Sicherung von {0}.</translation></message>
<message><source>verified</source><comment>backup-is-verified</comment><translation>geprüft</translation></message>
<message><source>a defect was found in the record</source><comment>backup-is-suspect</comment><translation>in der Aufzeichnung wurde ein Fehler gefunden</translation></message>
<message><source>its heads cannot be read</source><comment>backup-heads-lost</comment><translation>ihre Köpfe sind nicht lesbar</translation></message>
<message><source>{0} MB</source><comment>backup-size-mb</comment><translation>{0} MB</translation></message>
<message><source>{0} kB</source><comment>backup-size-kb</comment><translation>{0} kB</translation></message>
<message><source>Backup</source><comment>backup-title</comment><translation>Sicherung</translation></message>
<message><source>Folder</source><comment>backup-folder</comment><translation>Ordner</translation></message>
<message><source>Back up now</source><comment>backup-now</comment><translation>Jetzt sichern</translation></message>
<message><source>Use this folder</source><comment>backup-keep-folder</comment><translation>Diesen Ordner nehmen</translation></message>
<message><source>No verified backup yet.</source><comment>backup-never</comment><translation>Noch keine geprüfte Sicherung.</translation></message>
<message><source>Verified backup {0}, {1}, {2}, restored and compared.</source><comment>backup-last</comment><translation>Geprüfte Sicherung {0}, {1}, {2}, zurückgespielt und verglichen.</translation></message>
<message><source>Verified backup {0}, {1}.</source><comment>backup-last-bare</comment><translation>Geprüfte Sicherung {0}, {1}.</translation></message>
<message><source>Made by itself once a day while no session runs, and when the day is closed.</source><comment>backup-by-itself</comment><translation>Geschieht von selbst einmal am Tag, wenn keine Sitzung läuft, und wenn der Tag geschlossen wird.</translation></message>
<message><source>The last backup is older than {0} h.</source><comment>backup-overdue</comment><translation>Die letzte Sicherung ist älter als {0} h.</translation></message>
<message><source>A backup begins.</source><comment>backup-stage-waiting</comment><translation>Eine Sicherung beginnt.</translation></message>
<message><source>Copying the record …</source><comment>backup-stage-copying</comment><translation>Die Aufzeichnung wird kopiert …</translation></message>
<message><source>Copying raw bytes …</source><comment>backup-stage-captures</comment><translation>Rohdaten werden kopiert …</translation></message>
<message><source>Restoring and comparing …</source><comment>backup-stage-checking</comment><translation>Wird zurückgespielt und verglichen …</translation></message>
<message><source>Putting it in its place …</source><comment>backup-stage-keeping</comment><translation>Wird abgelegt …</translation></message>
<message><source>The backup was ended because the program closed; the next one begins anew.</source><comment>backup-stopped</comment><translation>Die Sicherung wurde abgebrochen, weil das Programm endet; die nächste beginnt neu.</translation></message>
<message><source>The demo is not backed up.</source><comment>backup-demo</comment><translation>Die Demo wird nicht gesichert.</translation></message>
<message><source>Backups have stopped because of a bug; they begin again with the program.</source><comment>backup-broken</comment><translation>Sicherungen ruhen wegen eines Programmfehlers; mit dem Programm beginnen sie neu.</translation></message>
<message><source>The folder {0} does not exist; make it, or give another one.</source><comment>backup-folder-missing</comment><translation>Den Ordner {0} gibt es nicht; legen Sie ihn an, oder geben Sie einen anderen an.</translation></message>
<message><source>{0} is no folder for a backup; give the whole path of one.</source><comment>backup-folder-wrong</comment><translation>{0} ist kein Ordner für Sicherungen; geben Sie den ganzen Pfad an.</translation></message>
<message><source>The choice could not be kept in {0}: {1}.</source><comment>backup-folder-unkept</comment><translation>Die Wahl konnte in {0} nicht behalten werden: {1}.</translation></message>
<message><source>A backup is being made already.</source><comment>backup-going-already</comment><translation>Es wird schon gesichert.</translation></message>
<message><source>Nothing was ever backed up: see «The day», closing.</source><comment>backup-start-never</comment><translation>Es wurde noch nie gesichert: siehe «Der Tag», Abschluss.</translation></message>
<message><source>The last verified backup is older than {0} h: see «The day», closing.</source><comment>backup-start-overdue</comment><translation>Die letzte geprüfte Sicherung ist älter als {0} h: siehe «Der Tag», Abschluss.</translation></message>
<message><source>Restored {0}: {1}, the newest of {2}; {3} raw recordings.</source><comment>restored</comment><translation>{0} ist zurückgespielt: {1}, die neueste vom {2}; {3} Rohaufzeichnungen.</translation></message>
<message><source>Restored {0}: no session was recorded in it.</source><comment>restored-none</comment><translation>{0} ist zurückgespielt: darin wurde keine Sitzung aufgezeichnet.</translation></message>
<message><source>No heads lie beside the backup: it was checked by itself only.</source><comment>restored-unvouched</comment><translation>Neben der Sicherung liegen keine Köpfe: sie wurde nur aus sich selbst geprüft.</translation></message>
<message><source>The record in use has {0} that this backup lacks, and {1} go on further there.</source><comment>restored-beyond</comment><translation>Die benutzte Aufzeichnung hat {0}, die dieser Sicherung fehlen, und {1} gehen dort weiter.</translation></message>
<message><source>It has all that the record in use was known to have.</source><comment>restored-nothing-beyond</comment><translation>Sie hat alles, was von der benutzten Aufzeichnung bekannt war.</translation></message>
<message><source>What the record in use had beyond it is not known.</source><comment>restored-beyond-unknown</comment><translation>Was die benutzte Aufzeichnung darüber hinaus hatte, ist nicht bekannt.</translation></message>
<message><source>Its recovery code opens it, too.</source><comment>restored-recovery</comment><translation>Auch ihr Wiederherstellungscode öffnet sie.</translation></message>
<message><source>Sessions that were deleted since are in it again: {0}. Delete them there, too.</source><comment>restored-returned</comment><translation>Sitzungen, die seither gelöscht wurden, sind wieder darin: {0}. Löschen Sie sie auch dort.</translation></message>
<message><source>Defect: {0}</source><comment>restored-defect</comment><translation>Fehler: {0}</translation></message>
<message><source>{0} is there already, and nothing is overwritten; give another name.</source><comment>restore-is-there</comment><translation>{0} gibt es schon, und nichts wird überschrieben; geben Sie einen anderen Namen an.</translation></message>
<message><source>Every session is kept for ever.</source><comment>retention-for-ever</comment><translation>Alle Sitzungen werden für immer behalten.</translation></message>
<message><source>Sessions are kept for {0} years; what is older may be deleted.</source><comment>retention-years</comment><translation>Sitzungen werden {0} Jahre behalten; ältere dürfen gelöscht werden.</translation></message>
<message><source>{0} years are too few: at least {1} are asked for (45 CFR 164.316), and most states want more.</source><comment>retention-few-years</comment><translation>{0} Jahre sind zu wenig: mindestens {1} sind verlangt (45 CFR 164.316), meist mehr.</translation></message>
<message><source>No session is due.</source><comment>retention-none-due</comment><translation>Keine Sitzung ist fällig.</translation></message>
<message><source>{0} · opened {1} · may be deleted</source><comment>retention-due</comment><translation>{0} · eröffnet {1} · darf gelöscht werden</translation></message>
<message><source>The rule could not be kept in {0}: {1}.</source><comment>retention-unkept</comment><translation>Die Regel konnte in {0} nicht behalten werden: {1}.</translation></message>
<message><source>Give one of --keep-years, --keep-all, --due and --delete.</source><comment>retention-one-thing</comment><translation>Geben Sie eines von --keep-years, --keep-all, --due und --delete an.</translation></message>
<message><source>Say why with --reason; it stays in the audit chain for ever.</source><comment>retention-reason-missing</comment><translation>Sagen Sie mit --reason, warum; es bleibt für immer in der Prüfkette.</translation></message>
<message><source>Session {0} is deleted: {1} rows, {2} of raw bytes.</source><comment>retention-deleted</comment><translation>Sitzung {0} ist gelöscht: {1} Zeilen, {2} Rohdaten.</translation></message>
<message><source>These backups still have it: {0}.</source><comment>retention-in-backups</comment><translation>Diese Sicherungen haben sie noch: {0}.</translation></message>
<message><source>Another program reads the record: its old pages go when it is closed everywhere.</source><comment>retention-log-full</comment><translation>Ein anderes Programm liest die Aufzeichnung: ihre alten Seiten gehen, wenn sie überall geschlossen ist.</translation></message>
<message><source>The baseline is being measured already; take the next cuff reading.</source><comment>baseline-under-way</comment><translation>Der Ruhewert wird schon gemessen; die nächste Messung machen.</translation></message>
<message><source>The drug was given: a resting value can only be entered by hand now, under Baseline.</source><comment>baseline-too-late</comment><translation>Das Mittel ist gegeben: Ein Ruhewert lässt sich nur noch von Hand eintragen, unter Ruhewert.</translation></message>
<message><source>Nothing was given yet; to leave without a treatment, end the session with the reason.</source><comment>discharge-before-drug</comment><translation>Es wurde noch nichts gegeben; ohne Behandlung die Sitzung mit Grund beenden.</translation></message>
<message><source>The treatment is still under way: stop it first, then go on to the discharge.</source><comment>discharge-while-giving</comment><translation>Die Behandlung läuft noch: zuerst beenden, dann zur Entlassung.</translation></message>
<message><source>The discharge has begun already; look at the checklist.</source><comment>discharge-under-way</comment><translation>Die Entlassung hat schon begonnen; siehe Checkliste.</translation></message>
<message><source>The treatment is still under way: stop it first; the session is signed after recovery.</source><comment>end-while-giving</comment><translation>Die Behandlung läuft noch: zuerst beenden; unterschrieben wird nach der Erholung.</translation></message>
<message><source>There is no question {0}; there are {1}.</source><comment>question-unknown</comment><translation>Es gibt keine Frage {0}; vorhanden sind {1}.</translation></message>
<message><source>{0} is no answer to «{1}»; choose one of {2}.</source><comment>answer-unknown</comment><translation>{0} ist keine Antwort auf «{1}»; möglich sind {2}.</translation></message>
<message><source>Not started: {0} is still open ({1} open in all). Answer or measure it, or let a provider go on with a reason.</source><comment>start-unknown</comment><translation>Nicht begonnen: {0} ist noch offen ({1} insgesamt offen). Beantworten oder messen, oder ärztlich mit Grund fortfahren.</translation></message>
<message><source>Not started: {0}, {1}. A provider must sign this caution first.</source><comment>start-caution</comment><translation>Nicht begonnen: {0}, {1}. Diese Vorsicht muss zuerst ärztlich unterschrieben werden.</translation></message>
<message><source>Not started, no-go: {0}, {1}. Only a provider can override it, with a reason and a second person.</source><comment>start-no-go</comment><translation>Nicht begonnen: {0}, {1}. Nur ärztlich aufhebbar, mit Grund und zweiter Person.</translation></message>
<message><source>In this session no decision is asked for; there is nothing to sign.</source><comment>decision-none</comment><translation>In dieser Sitzung ist keine Entscheidung verlangt; es gibt nichts zu unterschreiben.</translation></message>
<message><source>The drug was given already; write down what is to be said about it as a note.</source><comment>decision-too-late</comment><translation>Das Mittel ist schon gegeben; was dazu zu sagen ist, als Notiz eintragen.</translation></message>
<message><source>Nothing speaks against it; it needs no signature.</source><comment>decision-wants-nothing</comment><translation>Nichts spricht dagegen; es braucht keine Unterschrift.</translation></message>
<message><source>Name the provider who takes it on: {0}, {1}.</source><comment>decision-wants-provider</comment><translation>Den Arzt nennen, der es übernimmt: {0}, {1}.</translation></message>
<message><source>Say why the treatment goes on in spite of it: {0}, {1}.</source><comment>decision-wants-reason</comment><translation>Angeben, warum trotzdem behandelt wird: {0}, {1}.</translation></message>
<message><source>A no-go needs a second person beside the provider: {0}, {1}. Name her.</source><comment>decision-wants-second</comment><translation>Ein Nein braucht neben dem Arzt eine zweite Person: {0}, {1}. Nennen Sie sie.</translation></message>
<message><source>Sign in first: a signature needs a name.</source><comment>signature-needs-name</comment><translation>Zuerst anmelden: Eine Unterschrift braucht einen Namen.</translation></message>
<message><source>{0} is {1}; expected {2} to {3}.</source><comment>score-out-of-range</comment><translation>{0} ist {1}; erwartet {2} bis {3}.</translation></message>
<message><source>An item of {0} is out of bounds; each has 0 to {5}.</source><comment>score-item-out-of-range</comment><translation>Ein Punkt von {0} liegt außerhalb; jeder geht von 0 bis {5}.</translation></message>
<message><source>{0} has {4} items; give all of them, or only the total.</source><comment>score-items-missing</comment><translation>{0} hat {4} Punkte; alle angeben, oder nur die Summe.</translation></message>
<message><source>The items of {0} do not add up to {1}; correct one of them.</source><comment>score-sum-differs</comment><translation>Die Punkte von {0} ergeben nicht {1}; einen davon berichtigen.</translation></message>
<message><source>{0} is kept as a result in words, without a number; choose one.</source><comment>score-wants-result</comment><translation>{0} wird als Ergebnis in Worten gespeichert, ohne Zahl; eines wählen.</translation></message>
<message><source>{0} has a number and no result in words; give the total.</source><comment>score-has-no-result</comment><translation>{0} hat eine Zahl und kein Ergebnis in Worten; die Summe angeben.</translation></message>
<message><source>{0} breaths a minute cannot be; expected {1} to {2}.</source><comment>breaths-impossible</comment><translation>{0} Atemzüge pro Minute können nicht sein; erwartet {1} bis {2}.</translation></message>
<message><source>A standing pressure is taken after {1} min, not after {0} min.</source><comment>standing-minute-unknown</comment><translation>Im Stehen wird nach {1} min gemessen, nicht nach {0} min.</translation></message>
<message><source>{0} is not asked for in this session now; look at the list again.</source><comment>criterion-unknown</comment><translation>{0} ist in dieser Sitzung jetzt nicht verlangt; siehe Liste.</translation></message>
<message><source>«{0}» comes from the record and cannot be ticked: measure or score it, or let it go with a reason.</source><comment>criterion-computed</comment><translation>«{0}» kommt aus der Akte und lässt sich nicht abhaken: messen oder erheben, oder mit Grund darauf verzichten.</translation></message>
<message><source>Give the date of the next session, or write that there is none.</source><comment>tick-wants-text-next-date</comment><translation>Den nächsten Termin angeben, oder dass es keinen gibt.</translation></message>
<message><source>Name the provider who saw the patient.</source><comment>tick-wants-text-provider-seen</comment><translation>Den Arzt nennen, der den Patienten sah.</translation></message>
<message><source>Say why «{0}» is let go.</source><comment>override-wants-reason</comment><translation>Angeben, warum auf «{0}» verzichtet wird.</translation></message>
<message><source>«{0}» is met; there is nothing to let go.</source><comment>criterion-met</comment><translation>«{0}» ist erfüllt; es gibt nichts zu verzichten.</translation></message>
<message><source>Not signed: «{0}» is not met. Do it, or sign with a reason.</source><comment>end-unmet-1</comment><translation>Nicht unterschrieben: «{0}» ist nicht erfüllt. Nachholen, oder mit Grund unterschreiben.</translation></message>
<message><source>Not signed: «{0}» and «{1}» are not met. Do them, or sign with a reason.</source><comment>end-unmet-2</comment><translation>Nicht unterschrieben: «{0}» und «{1}» sind nicht erfüllt. Nachholen, oder mit Grund unterschreiben.</translation></message>
<message><source>Not signed: «{0}», «{1}» and {2} more are not met. Do them, or sign with a reason.</source><comment>end-unmet-more</comment><translation>Nicht unterschrieben: «{0}», «{1}» und {2} weitere sind nicht erfüllt. Nachholen, oder mit Grund unterschreiben.</translation></message>
<message><source>Not signed: the emergency on this chair goes on. End the emergency first, then sign.</source><comment>end-in-emergency</comment><translation>Nicht unterschrieben: Der Notfall an diesem Platz läuft. Zuerst den Notfall beenden, dann unterschreiben.</translation></message>
<message><source>Nothing was given in this session: say why, then it can be ended.</source><comment>end-wants-why-nothing</comment><translation>In dieser Sitzung wurde nichts gegeben: angeben, warum, dann kann sie enden.</translation></message>
<message><source>corrected {0} by {1}</source><comment>corrected-by</comment><translation>korrigiert {0} von {1}</translation></message>
<message><source>marked as artefact {0} by {1}</source><comment>corrected-artefact</comment><translation>als Artefakt markiert {0} von {1}</translation></message>
<message><source>not an artefact, said {0} by {1}</source><comment>corrected-no-artefact</comment><translation>kein Artefakt, laut Angabe {0} von {1}</translation></message>
<message><source>Cuff {0}/{1} mmHg</source><comment>corrected-cuff</comment><translation>Manschette {0}/{1} mmHg</translation></message>
<message><source>{0}: {1}</source><comment>corrected-value</comment><translation>{0}: {1}</translation></message>
<message><source>Addendum</source><comment>addendum-line</comment><translation>Nachtrag</translation></message>
<message><source>addendum {0} by {1}: {2}</source><comment>addendum-at</comment><translation>Nachtrag {0} von {1}: {2}</translation></message>
<message><source>{0} by {1}</source><comment>addendum-by</comment><translation>{0} von {1}</translation></message>
<message><source>Systolic</source><comment>amend-part-sbp</comment><translation>Systolisch</translation></message>
<message><source>Diastolic</source><comment>amend-part-dbp</comment><translation>Diastolisch</translation></message>
<message><source>Time</source><comment>amend-part-at</comment><translation>Zeit</translation></message>
<message><source>Text</source><comment>amend-part-text</comment><translation>Text</translation></message>
<message><source>Dose</source><comment>amend-part-mg</comment><translation>Dosis</translation></message>
<message><source>Rate</source><comment>amend-part-mg_per_min</comment><translation>Rate</translation></message>
<message><source>Volume</source><comment>amend-part-ml</comment><translation>Volumen</translation></message>
<message><source>Weight</source><comment>amend-part-weight_kg</comment><translation>Gewicht</translation></message>
<message><source>Dose</source><comment>amend-part-dose_mg</comment><translation>Dosis</translation></message>
<message><source>Concentration</source><comment>amend-part-concentration_mg_per_ml</comment><translation>Konzentration</translation></message>
<message><source>Score</source><comment>amend-part-total</comment><translation>Punktwert</translation></message>
<message><source>Score</source><comment>amend-part-score</comment><translation>Punktwert</translation></message>
<message><source>Breaths</source><comment>amend-part-rr</comment><translation>Atemzüge</translation></message>
<message><source>Drug</source><comment>amend-part-drug</comment><translation>Medikament</translation></message>
<message><source>Dose</source><comment>amend-part-dose</comment><translation>Dosis</translation></message>
<message><source>Unit</source><comment>amend-part-unit</comment><translation>Einheit</translation></message>
<message><source>Route</source><comment>amend-part-route</comment><translation>Weg</translation></message>
<message><source>Worth</source><comment>amend-part-artefact</comment><translation>Bewertung</translation></message>
<message><source>Artefact</source><comment>amend-artefact</comment><translation>Artefakt</translation></message>
<message><source>Not an artefact</source><comment>amend-no-artefact</comment><translation>Kein Artefakt</translation></message>
<message><source>hh:mm</source><comment>amend-unit-clock</comment><translation>hh:mm</translation></message>
<message><source>Correct…</source><comment>amend-open</comment><translation>Korrigieren …</translation></message>
<message><source>Addendum…</source><comment>amend-open-addendum</comment><translation>Nachtrag …</translation></message>
<message><source>Correct what was recorded</source><comment>amend-title</comment><translation>Aufzeichnung korrigieren</translation></message>
<message><source>Addendum</source><comment>amend-title-addendum</comment><translation>Nachtrag</translation></message>
<message><source>The original stays, struck through; who, when and why stand beside it.</source><comment>amend-stays</comment><translation>Das Original bleibt durchgestrichen stehen; wer, wann und warum steht daneben.</translation></message>
<message><source>What is recorded stays as it is; the addendum stands beside it.</source><comment>amend-adds</comment><translation>Die Aufzeichnung bleibt unverändert; der Nachtrag steht daneben.</translation></message>
<message><source>This session is signed: what was signed stays, an addendum is added.</source><comment>amend-signed-only</comment><translation>Diese Sitzung ist unterschrieben: Unterschriebenes bleibt, ein Nachtrag wird hinzugefügt.</translation></message>
<message><source>About</source><comment>amend-about</comment><translation>Bezug</translation></message>
<message><source>The whole session</source><comment>amend-about-session</comment><translation>Die gesamte Sitzung</translation></message>
<message><source>Weight and dose</source><comment>amend-about-opening</comment><translation>Gewicht und Dosis</translation></message>
<message><source>Recorded</source><comment>amend-recorded</comment><translation>Bisher</translation></message>
<message><source>More</source><comment>amend-more</comment><translation>Mehr</translation></message>
<message><source>Less</source><comment>amend-less</comment><translation>Weniger</translation></message>
<message><source>Why</source><comment>amend-why</comment><translation>Grund</translation></message>
<message><source>Typing error</source><comment>amend-why-typed</comment><translation>Tippfehler</translation></message>
<message><source>Read wrongly</source><comment>amend-why-misread</comment><translation>Ablesefehler</translation></message>
<message><source>Wrong patient or line</source><comment>amend-why-line</comment><translation>Falsch zugeordnet</translation></message>
<message><source>Movement</source><comment>amend-why-movement</comment><translation>Bewegung</translation></message>
<message><source>Own words</source><comment>amend-why-own</comment><translation>Eigene Worte</translation></message>
<message><source>Reason in own words</source><comment>amend-why-text</comment><translation>Grund in eigenen Worten</translation></message>
<message><source>Text of the addendum</source><comment>amend-text</comment><translation>Text des Nachtrags</translation></message>
<message><source>Sign and add</source><comment>amend-save</comment><translation>Unterschreiben und hinzufügen</translation></message>
<message><source>Not now</source><comment>amend-cancel</comment><translation>Jetzt nicht</translation></message>
<message><source>Who signs this?</source><comment>amend-pin</comment><translation>Wer unterschreibt das?</translation></message>
<message><source>The correction bears this name.</source><comment>amend-pin-correct</comment><translation>Die Korrektur trägt diesen Namen.</translation></message>
<message><source>The addendum bears this name.</source><comment>amend-pin-addendum</comment><translation>Der Nachtrag trägt diesen Namen.</translation></message>
<message><source>The correction was added.</source><comment>amend-done</comment><translation>Die Korrektur wurde hinzugefügt.</translation></message>
<message><source>The addendum was added.</source><comment>amend-done-addendum</comment><translation>Der Nachtrag wurde hinzugefügt.</translation></message>
<message><source>Choose a line of the list first.</source><comment>amend-choose</comment><translation>Bitte zuerst eine Zeile der Liste wählen.</translation></message>
<message><source>Nobody is signed in; sign in first.</source><comment>amend-nobody</comment><translation>Niemand ist angemeldet; bitte zuerst anmelden.</translation></message>
<message><source>This session goes on; it is corrected at its chair.</source><comment>amend-running</comment><translation>Diese Sitzung läuft noch; sie wird am Platz korrigiert.</translation></message>
<message><source>This session is signed and takes addenda only.</source><comment>amend-signed</comment><translation>Diese Sitzung ist unterschrieben und nimmt nur Nachträge an.</translation></message>
<message><source>This session was never opened; there is nothing to add to.</source><comment>amend-never-opened</comment><translation>Diese Sitzung wurde nie eröffnet; es gibt nichts, dem etwas hinzugefügt werden könnte.</translation></message>
<message><source>Say why; the reason stays with the correction.</source><comment>amend-no-reason</comment><translation>Bitte den Grund angeben; er bleibt bei der Korrektur.</translation></message>
<message><source>An addendum needs a text of at most {0} characters.</source><comment>amend-no-text</comment><translation>Ein Nachtrag braucht einen Text von höchstens {0} Zeichen.</translation></message>
<message><source>This session has no line {0}.</source><comment>amend-no-line</comment><translation>Diese Sitzung hat keine Zeile {0}.</translation></message>
<message><source>Nothing was changed yet.</source><comment>amend-no-value</comment><translation>Es wurde noch nichts geändert.</translation></message>
<message><source>This can be corrected by nobody; an addendum can say what is to be said.</source><comment>amend-not-this</comment><translation>Das kann niemand korrigieren; ein Nachtrag kann festhalten, was zu sagen ist.</translation></message>
<message><source>{0} cannot be {1}; look at the value again.</source><comment>amend-impossible</comment><translation>{0} kann nicht {1} sein; bitte den Wert prüfen.</translation></message>
<message><source>{0} is not within the session, or after it was entered; look at the time again.</source><comment>amend-impossible-time</comment><translation>{0} liegt nicht in der Sitzung oder nach der Eingabe; bitte die Zeit prüfen.</translation></message>
<message><source>The record cannot be written now; wait until everything is saved.</source><comment>amend-waits</comment><translation>Die Aufzeichnung kann gerade nicht geschrieben werden; bitte warten, bis alles gespeichert ist.</translation></message>
<message><source>That is what is recorded; nothing would change.</source><comment>amend-the-same</comment><translation>Genau das ist aufgezeichnet; nichts würde sich ändern.</translation></message>
<message><source>Time since the drug</source><comment>criterion-time</comment><translation>Zeit seit der Gabe</translation></message>
<message><source>Two stable blood pressures</source><comment>criterion-bp</comment><translation>Zwei stabile Blutdrücke</translation></message>
<message><source>Heart rate</source><comment>criterion-hr</comment><translation>Herzfrequenz</translation></message>
<message><source>SpO₂</source><comment>criterion-spo2</comment><translation>SpO₂</translation></message>
<message><source>Awake: MOAA/S 5</source><comment>criterion-sedation</comment><translation>Wach: MOAA/S 5</translation></message>
<message><source>Dissociation 0 or 1</source><comment>criterion-dissociation</comment><translation>Dissoziation 0 oder 1</translation></message>
<message><source>Aldrete or PADSS at least 9</source><comment>criterion-aldrete-padss</comment><translation>Aldrete oder PADSS mindestens 9</translation></message>
<message><source>Blood pressure standing</source><comment>criterion-standing</comment><translation>Blutdruck im Stehen</translation></message>
<message><source>Thoughts of suicide asked before and at exit</source><comment>criterion-suicidality</comment><translation>Nach Suizidgedanken gefragt, vorher und zum Schluss</translation></message>
<message><source>A provider has seen the patient</source><comment>criterion-provider-seen</comment><translation>Ärztlich gesehen</translation></message>
<message><source>Symptoms are over</source><comment>criterion-symptoms</comment><translation>Beschwerden sind vorbei</translation></message>
<message><source>No high alarm is open</source><comment>criterion-alarms</comment><translation>Kein hoher Alarm offen</translation></message>
<message><source>IV line is out</source><comment>criterion-iv-removed</comment><translation>Zugang ist gezogen</translation></message>
<message><source>Pump's volume entered</source><comment>criterion-pump-volume</comment><translation>Pumpenvolumen eingetragen</translation></message>
<message><source>Drug accounted for</source><comment>criterion-waste</comment><translation>Verbleib des Mittels geklärt</translation></message>
<message><source>Escort is here</source><comment>criterion-escort</comment><translation>Begleitung ist da</translation></message>
<message><source>No driving until tomorrow: told</source><comment>criterion-no-driving</comment><translation>Bis morgen nicht fahren: gesagt</translation></message>
<message><source>Written instructions given</source><comment>criterion-instructions</comment><translation>Merkblatt mitgegeben</translation></message>
<message><source>Next date</source><comment>criterion-next-date</comment><translation>Nächster Termin</translation></message>
<message><source>The infusion has not ended.</source><comment>leave-time-not-ended</comment><translation>Die Infusion ist nicht beendet.</translation></message>
<message><source>First dose at {0}</source><comment>leave-time-since-first</comment><translation>Erste Gabe um {0}</translation></message>
<message><source>Drug ended at {0}</source><comment>leave-time-since-end</comment><translation>Gabe beendet um {0}</translation></message>
<message><source>Not before {0}</source><comment>leave-time-from</comment><translation>Nicht vor {0}</translation></message>
<message><source>No reading since the drug ended</source><comment>leave-bp-none</comment><translation>Keine Messung seit Ende der Gabe</translation></message>
<message><source>{0} at {1}</source><comment>leave-bp-is</comment><translation>{0} um {1}</translation></message>
<message><source>{0} at {1}</source><comment>leave-bp-was</comment><translation>{0} um {1}</translation></message>
<message><source>A second reading from {0} on</source><comment>leave-bp-second</comment><translation>Zweite Messung ab {0}</translation></message>
<message><source>{0}: expected below 150/95, or within 10 of the baseline and at most 160/100; systolic not below 90</source><comment>leave-bp-not-in-limits</comment><translation>{0}: erwartet unter 150/95, oder höchstens 10 über dem Ruhewert und höchstens 160/100; systolisch nicht unter 90</translation></message>
<message><source>It rises; measure again.</source><comment>leave-bp-rises</comment><translation>Er steigt; noch einmal messen.</translation></message>
<message><source>{0}/min at {1}</source><comment>leave-hr-is</comment><translation>{0}/min um {1}</translation></message>
<message><source>{0} % at {1}</source><comment>leave-spo2-is</comment><translation>{0} % um {1}</translation></message>
<message><source>On oxygen: only a value at the baseline counts.</source><comment>leave-on-oxygen</comment><translation>Mit Sauerstoff: nur ein Wert wie zu Beginn zählt.</translation></message>
<message><source>Not measured since the drug ended</source><comment>leave-not-measured</comment><translation>Seit Ende der Gabe nicht gemessen</translation></message>
<message><source>No monitor here measures it: look yourself, and tick.</source><comment>leave-no-source</comment><translation>Kein Monitor misst es hier: selbst nachsehen und abhaken.</translation></message>
<message><source>Older than 30 min, or from before the drug ended; again, please.</source><comment>leave-too-old</comment><translation>Älter als 30 min oder vor dem Ende der Gabe; bitte noch einmal.</translation></message>
<message><source>Not scored since the drug ended</source><comment>leave-no-score</comment><translation>Seit Ende der Gabe nicht erhoben</translation></message>
<message><source>MOAA/S {0} at {1}</source><comment>leave-score-moaa-s</comment><translation>MOAA/S {0} um {1}</translation></message>
<message><source>Dissociation {0} at {1}</source><comment>leave-score-dissociation</comment><translation>Dissoziation {0} um {1}</translation></message>
<message><source>Aldrete {0} at {1}</source><comment>leave-score-aldrete</comment><translation>Aldrete {0} um {1}</translation></message>
<message><source>PADSS {0} at {1}</source><comment>leave-score-padss</comment><translation>PADSS {0} um {1}</translation></message>
<message><source>Asked because of the age</source><comment>leave-stand-age</comment><translation>Verlangt wegen des Alters</translation></message>
<message><source>Asked because a drug for the pressure may have been given</source><comment>leave-stand-drug</comment><translation>Verlangt, weil ein Blutdruckmittel gegeben worden sein kann</translation></message>
<message><source>Asked because of dizziness</source><comment>leave-stand-dizzy</comment><translation>Verlangt wegen Schwindel</translation></message>
<message><source>Asked because of a low baseline</source><comment>leave-stand-low-baseline</comment><translation>Verlangt wegen niedrigem Ruhewert</translation></message>
<message><source>After {0} min: {1} at {2}</source><comment>leave-stood</comment><translation>Nach {0} min: {1} um {2}</translation></message>
<message><source>Still to measure: after {0} min</source><comment>leave-stand-missing</comment><translation>Noch zu messen: nach {0} min</translation></message>
<message><source>Fell by 20 systolic or 10 diastolic, or more</source><comment>leave-stand-fell</comment><translation>Fiel um 20 systolisch oder 10 diastolisch oder mehr</translation></message>
<message><source>Systolic below 90</source><comment>leave-stand-low</comment><translation>Systolisch unter 90</translation></message>
<message><source>Symptoms when standing</source><comment>leave-stand-symptoms</comment><translation>Beschwerden im Stehen</translation></message>
<message><source>Before: {0}</source><comment>leave-suicidality-before</comment><translation>Vorher: {0}</translation></message>
<message><source>At exit: {0}</source><comment>leave-suicidality-exit</comment><translation>Zum Schluss: {0}</translation></message>
<message><source>Was not asked before the drug</source><comment>leave-suicidality-not-before</comment><translation>Vor der Gabe nicht gefragt</translation></message>
<message><source>Not asked at exit yet</source><comment>leave-suicidality-not-exit</comment><translation>Zum Schluss noch nicht gefragt</translation></message>
<message><source>{0}: not over yet</source><comment>leave-symptom</comment><translation>{0}: noch nicht vorbei</translation></message>
<message><source>{0}</source><comment>leave-alarm</comment><translation>{0}</translation></message>
<message><source>The pump's volume is missing.</source><comment>leave-pump-missing</comment><translation>Das Pumpenvolumen fehlt.</translation></message>
<message><source>{0} mL</source><comment>leave-pump-is</comment><translation>{0} ml</translation></message>
<message><source>Known when the treatment has ended</source><comment>leave-waste-unknown</comment><translation>Bekannt, wenn die Behandlung beendet ist</translation></message>
<message><source>{0} mg drawn, all accounted for</source><comment>leave-waste-done</comment><translation>{0} mg aufgezogen, Verbleib geklärt</translation></message>
<message><source>{0} mg are neither given nor wasted by the record.</source><comment>leave-waste-left</comment><translation>{0} mg sind laut Akte weder gegeben noch verworfen.</translation></message>
<message><source>Named: {0}</source><comment>leave-escort-named</comment><translation>Benannt: {0}</translation></message>
<message><source>None was named before.</source><comment>leave-escort-none</comment><translation>Vorher war niemand benannt.</translation></message>
<message><source>Was not asked before.</source><comment>leave-escort-not-asked</comment><translation>Vorher nicht gefragt.</translation></message>
<message><source>MOAA/S</source><comment>scale-moaa-s</comment><translation>MOAA/S</translation></message>
<message><source>Dissociation</source><comment>scale-dissociation</comment><translation>Dissoziation</translation></message>
<message><source>CADSS</source><comment>scale-cadss</comment><translation>CADSS</translation></message>
<message><source>Aldrete</source><comment>scale-aldrete</comment><translation>Aldrete</translation></message>
<message><source>PADSS</source><comment>scale-padss</comment><translation>PADSS</translation></message>
<message><source>Pain</source><comment>scale-pain</comment><translation>Schmerz</translation></message>
<message><source>Nausea</source><comment>scale-nausea</comment><translation>Übelkeit</translation></message>
<message><source>PHQ-9</source><comment>scale-phq-9</comment><translation>PHQ-9</translation></message>
<message><source>GAD-7</source><comment>scale-gad-7</comment><translation>GAD-7</translation></message>
<message><source>MADRS</source><comment>scale-madrs</comment><translation>MADRS</translation></message>
<message><source>C-SSRS</source><comment>scale-c-ssrs</comment><translation>C-SSRS</translation></message>
<message><source>Answers at once to the name, said normally</source><comment>moaa-s-5</comment><translation>Antwortet sofort auf den Namen, normal gesprochen</translation></message>
<message><source>Answers slowly to the name, said normally</source><comment>moaa-s-4</comment><translation>Antwortet verzögert auf den Namen, normal gesprochen</translation></message>
<message><source>Answers only when called loudly or again</source><comment>moaa-s-3</comment><translation>Antwortet nur auf lautes oder wiederholtes Rufen</translation></message>
<message><source>Reacts only to a light shake</source><comment>moaa-s-2</comment><translation>Reagiert nur auf leichtes Rütteln</translation></message>
<message><source>Reacts only to a painful squeeze</source><comment>moaa-s-1</comment><translation>Reagiert nur auf Schmerzreiz</translation></message>
<message><source>Does not react to pain</source><comment>moaa-s-0</comment><translation>Reagiert nicht auf Schmerz</translation></message>
<message><source>None</source><comment>band-dissociation-none</comment><translation>Keine</translation></message>
<message><source>Slight</source><comment>band-dissociation-slight</comment><translation>Leicht</translation></message>
<message><source>Moderate</source><comment>band-dissociation-moderate</comment><translation>Mäßig</translation></message>
<message><source>Severe</source><comment>band-dissociation-severe</comment><translation>Stark</translation></message>
<message><source>Extreme</source><comment>band-dissociation-extreme</comment><translation>Extrem</translation></message>
<message><source>None</source><comment>band-nausea-none</comment><translation>Keine</translation></message>
<message><source>Mild</source><comment>band-nausea-mild</comment><translation>Leicht</translation></message>
<message><source>Moderate</source><comment>band-nausea-moderate</comment><translation>Mäßig</translation></message>
<message><source>Severe, or vomiting</source><comment>band-nausea-severe</comment><translation>Stark, erbricht</translation></message>
<message><source>None</source><comment>band-pain-none</comment><translation>Keiner</translation></message>
<message><source>Mild</source><comment>band-pain-mild</comment><translation>Leicht</translation></message>
<message><source>Moderate</source><comment>band-pain-moderate</comment><translation>Mäßig</translation></message>
<message><source>Severe</source><comment>band-pain-severe</comment><translation>Stark</translation></message>
<message><source>Moving</source><comment>item-aldrete-activity</comment><translation>Bewegung</translation></message>
<message><source>Moves no limb when asked</source><comment>item-aldrete-activity-0</comment><translation>Bewegt auf Aufforderung kein Glied</translation></message>
<message><source>Moves two limbs</source><comment>item-aldrete-activity-1</comment><translation>Bewegt zwei Gliedmaßen</translation></message>
<message><source>Moves all four limbs</source><comment>item-aldrete-activity-2</comment><translation>Bewegt alle vier Gliedmaßen</translation></message>
<message><source>Breathing</source><comment>item-aldrete-breathing</comment><translation>Atmung</translation></message>
<message><source>Does not breathe on her own</source><comment>item-aldrete-breathing-0</comment><translation>Atmet nicht selbst</translation></message>
<message><source>Short of breath, or shallow</source><comment>item-aldrete-breathing-1</comment><translation>Kurzatmig oder flach</translation></message>
<message><source>Breathes deeply and coughs freely</source><comment>item-aldrete-breathing-2</comment><translation>Atmet tief, hustet frei</translation></message>
<message><source>Blood pressure</source><comment>item-aldrete-circulation</comment><translation>Blutdruck</translation></message>
<message><source>More than 50 % from before</source><comment>item-aldrete-circulation-0</comment><translation>Mehr als 50 % von vorher entfernt</translation></message>
<message><source>20 to 50 % from before</source><comment>item-aldrete-circulation-1</comment><translation>20 bis 50 % von vorher entfernt</translation></message>
<message><source>Within 20 % of before</source><comment>item-aldrete-circulation-2</comment><translation>Höchstens 20 % von vorher entfernt</translation></message>
<message><source>Awake</source><comment>item-aldrete-consciousness</comment><translation>Wachheit</translation></message>
<message><source>Does not respond</source><comment>item-aldrete-consciousness-0</comment><translation>Reagiert nicht</translation></message>
<message><source>Wakes up when called</source><comment>item-aldrete-consciousness-1</comment><translation>Erwacht auf Ansprache</translation></message>
<message><source>Fully awake</source><comment>item-aldrete-consciousness-2</comment><translation>Ganz wach</translation></message>
<message><source>Oxygen</source><comment>item-aldrete-oxygen</comment><translation>Sauerstoff</translation></message>
<message><source>SpO₂ below 90 % even on oxygen</source><comment>item-aldrete-oxygen-0</comment><translation>SpO₂ unter 90 % auch mit Sauerstoff</translation></message>
<message><source>Needs oxygen to stay above 90 %</source><comment>item-aldrete-oxygen-1</comment><translation>Braucht Sauerstoff für über 90 %</translation></message>
<message><source>Above 92 % on room air</source><comment>item-aldrete-oxygen-2</comment><translation>Über 92 % an Raumluft</translation></message>
<message><source>Pressure and pulse</source><comment>item-padss-vitals</comment><translation>Druck und Puls</translation></message>
<message><source>More than 40 % from before</source><comment>item-padss-vitals-0</comment><translation>Mehr als 40 % von vorher entfernt</translation></message>
<message><source>20 to 40 % from before</source><comment>item-padss-vitals-1</comment><translation>20 bis 40 % von vorher entfernt</translation></message>
<message><source>Within 20 % of before</source><comment>item-padss-vitals-2</comment><translation>Höchstens 20 % von vorher entfernt</translation></message>
<message><source>Walking</source><comment>item-padss-walking</comment><translation>Gehen</translation></message>
<message><source>Cannot walk</source><comment>item-padss-walking-0</comment><translation>Kann nicht gehen</translation></message>
<message><source>Walks with help</source><comment>item-padss-walking-1</comment><translation>Geht mit Hilfe</translation></message>
<message><source>Walks steadily, not dizzy</source><comment>item-padss-walking-2</comment><translation>Geht sicher, nicht schwindlig</translation></message>
<message><source>Nausea</source><comment>item-padss-nausea</comment><translation>Übelkeit</translation></message>
<message><source>Goes on in spite of treatment</source><comment>item-padss-nausea-0</comment><translation>Hält trotz Behandlung an</translation></message>
<message><source>Moderate, treated</source><comment>item-padss-nausea-1</comment><translation>Mäßig, behandelt</translation></message>
<message><source>None, or slight</source><comment>item-padss-nausea-2</comment><translation>Keine oder leicht</translation></message>
<message><source>Pain</source><comment>item-padss-pain</comment><translation>Schmerz</translation></message>
<message><source>Severe</source><comment>item-padss-pain-0</comment><translation>Stark</translation></message>
<message><source>Moderate, treated</source><comment>item-padss-pain-1</comment><translation>Mäßig, behandelt</translation></message>
<message><source>None, or slight</source><comment>item-padss-pain-2</comment><translation>Keiner oder leicht</translation></message>
<message><source>Bleeding at the puncture</source><comment>item-padss-bleeding</comment><translation>Blutung an der Einstichstelle</translation></message>
<message><source>Much</source><comment>item-padss-bleeding-0</comment><translation>Stark</translation></message>
<message><source>Some</source><comment>item-padss-bleeding-1</comment><translation>Etwas</translation></message>
<message><source>None, or little</source><comment>item-padss-bleeding-2</comment><translation>Keine oder wenig</translation></message>
<message><source>Fit to leave</source><comment>band-aldrete-fit</comment><translation>Kann gehen</translation></message>
<message><source>Not yet</source><comment>band-aldrete-not-yet</comment><translation>Noch nicht</translation></message>
<message><source>Fit to leave</source><comment>band-padss-fit</comment><translation>Kann gehen</translation></message>
<message><source>Not yet</source><comment>band-padss-not-yet</comment><translation>Noch nicht</translation></message>
<message><source>In the last two weeks, how often?</source><comment>choice-asked</comment><translation>In den letzten zwei Wochen, wie oft?</translation></message>
<message><source>Not at all</source><comment>choice-0</comment><translation>Überhaupt nicht</translation></message>
<message><source>Several days</source><comment>choice-1</comment><translation>An einzelnen Tagen</translation></message>
<message><source>More than half the days</source><comment>choice-2</comment><translation>An mehr als der Hälfte der Tage</translation></message>
<message><source>Nearly every day</source><comment>choice-3</comment><translation>Beinahe jeden Tag</translation></message>
<message><source>Little interest or pleasure in doing things</source><comment>item-phq-9-interest</comment><translation>Wenig Interesse oder Freude an dem, was man tut</translation></message>
<message><source>Feeling down or without hope</source><comment>item-phq-9-mood</comment><translation>Niedergeschlagen oder ohne Hoffnung</translation></message>
<message><source>Sleeping badly, or too much</source><comment>item-phq-9-sleep</comment><translation>Schlechter oder zu viel Schlaf</translation></message>
<message><source>Tired, little energy</source><comment>item-phq-9-energy</comment><translation>Müde, wenig Energie</translation></message>
<message><source>Little appetite, or eating too much</source><comment>item-phq-9-appetite</comment><translation>Wenig Appetit oder zu viel Essen</translation></message>
<message><source>Feeling a failure, or having let others down</source><comment>item-phq-9-worth</comment><translation>Gefühl, versagt oder andere enttäuscht zu haben</translation></message>
<message><source>Trouble concentrating</source><comment>item-phq-9-focus</comment><translation>Schwierigkeiten, sich zu konzentrieren</translation></message>
<message><source>Moving or speaking slowly, or too restless to sit still</source><comment>item-phq-9-pace</comment><translation>Langsam in Bewegung oder Sprache, oder zu unruhig zum Stillsitzen</translation></message>
<message><source>Thoughts of being better off dead, or of hurting oneself</source><comment>item-phq-9-self-harm</comment><translation>Gedanken, lieber tot zu sein oder sich etwas anzutun</translation></message>
<message><source>Nervous, anxious or on edge</source><comment>item-gad-7-nervous</comment><translation>Nervös, ängstlich oder angespannt</translation></message>
<message><source>Not able to stop or control worrying</source><comment>item-gad-7-worry-control</comment><translation>Kann Sorgen nicht stoppen oder lenken</translation></message>
<message><source>Worrying too much about different things</source><comment>item-gad-7-worry-much</comment><translation>Zu viele Sorgen über Verschiedenes</translation></message>
<message><source>Trouble relaxing</source><comment>item-gad-7-relaxing</comment><translation>Schwierigkeiten, sich zu entspannen</translation></message>
<message><source>So restless that sitting still is hard</source><comment>item-gad-7-restless</comment><translation>So rastlos, dass Stillsitzen schwerfällt</translation></message>
<message><source>Easily annoyed or irritable</source><comment>item-gad-7-irritable</comment><translation>Schnell verärgert oder gereizt</translation></message>
<message><source>Afraid that something awful might happen</source><comment>item-gad-7-dread</comment><translation>Angst, dass etwas Schlimmes passiert</translation></message>
<message><source>Minimal</source><comment>band-phq-9-minimal</comment><translation>Minimal</translation></message>
<message><source>Mild</source><comment>band-phq-9-mild</comment><translation>Leicht</translation></message>
<message><source>Moderate</source><comment>band-phq-9-moderate</comment><translation>Mäßig</translation></message>
<message><source>Moderately severe</source><comment>band-phq-9-moderately-severe</comment><translation>Mittelschwer</translation></message>
<message><source>Severe</source><comment>band-phq-9-severe</comment><translation>Schwer</translation></message>
<message><source>Minimal</source><comment>band-gad-7-minimal</comment><translation>Minimal</translation></message>
<message><source>Mild</source><comment>band-gad-7-mild</comment><translation>Leicht</translation></message>
<message><source>Moderate</source><comment>band-gad-7-moderate</comment><translation>Mäßig</translation></message>
<message><source>Severe</source><comment>band-gad-7-severe</comment><translation>Schwer</translation></message>
<message><source>None</source><comment>band-madrs-none</comment><translation>Keine</translation></message>
<message><source>Mild</source><comment>band-madrs-mild</comment><translation>Leicht</translation></message>
<message><source>Moderate</source><comment>band-madrs-moderate</comment><translation>Mäßig</translation></message>
<message><source>Severe</source><comment>band-madrs-severe</comment><translation>Schwer</translation></message>
<message><source>No dissociation</source><comment>band-cadss-none</comment><translation>Keine Dissoziation</translation></message>
<message><source>Dissociation</source><comment>band-cadss-present</comment><translation>Dissoziation</translation></message>
<message><source>Remission</source><comment>score-remission</comment><translation>Remission</translation></message>
<message><source>Normal responder</source><comment>scenario-s1</comment><translation>Gewöhnlicher Verlauf</translation></message>
<message><source>Negative responder</source><comment>scenario-s2</comment><translation>Abfallender Blutdruck</translation></message>
<message><source>Controlled hypertension, age 66</source><comment>scenario-s3</comment><translation>Behandelte Hypertonie, 66 Jahre</translation></message>
<message><source>Severe hypertension, infusion paused</source><comment>scenario-s4</comment><translation>Schwere Hypertonie, Infusion pausiert</translation></message>
<message><source>Hypertensive emergency</source><comment>scenario-s5</comment><translation>Hypertensiver Notfall</translation></message>
<message><source>Panic, sinus tachycardia</source><comment>scenario-s6</comment><translation>Panik, Sinustachykardie</translation></message>
<message><source>Supraventricular tachycardia</source><comment>scenario-s7</comment><translation>Supraventrikuläre Tachykardie</translation></message>
<message><source>Vasovagal reactions</source><comment>scenario-s8</comment><translation>Vasovagale Reaktionen</translation></message>
<message><source>Hypotension after labetalol</source><comment>scenario-s9</comment><translation>Hypotonie nach Labetalol</translation></message>
<message><source>Desaturation</source><comment>scenario-s10</comment><translation>Entsättigung</translation></message>
<message><source>Apnoea</source><comment>scenario-s11</comment><translation>Apnoe</translation></message>
<message><source>Oximeter probe off</source><comment>scenario-s12</comment><translation>SpO₂-Sensor ab</translation></message>
<message><source>Movement of the hand</source><comment>scenario-s13</comment><translation>Bewegung der Hand</translation></message>
<message><source>Cuff leak</source><comment>scenario-s14</comment><translation>Undichte Manschette</translation></message>
<message><source>One false high reading</source><comment>scenario-s15</comment><translation>Ein falsch hoher Messwert</translation></message>
<message><source>Cable pulled</source><comment>scenario-s16</comment><translation>Kabel gezogen</translation></message>
<message><source>Monitor battery empty</source><comment>scenario-s17</comment><translation>Akku des Monitors leer</translation></message>
<message><source>Wrong clock of the monitor</source><comment>scenario-s18</comment><translation>Falsche Uhr des Monitors</translation></message>
<message><source>Stale repeats</source><comment>scenario-s19</comment><translation>Wiederholte alte Werte</translation></message>
<message><source>Resting pressure too high</source><comment>scenario-s20</comment><translation>Ruheblutdruck zu hoch</translation></message>
<message><source>Slow return</source><comment>scenario-s21</comment><translation>Langsame Rückkehr</translation></message>
<message><source>Two patients alarm together</source><comment>scenario-s22</comment><translation>Zwei Patienten mit Alarm zugleich</translation></message>
<message><source>A limit set too wide</source><comment>scenario-s23</comment><translation>Eine zu weit gestellte Grenze</translation></message>
<message><source>Program killed and started again</source><comment>scenario-s24</comment><translation>Programm abgebrochen und neu gestartet</translation></message>
<message><source>Yes</source><comment>reply-yes</comment><translation>Ja</translation></message>
<message><source>No</source><comment>reply-no</comment><translation>Nein</translation></message>
<message><source>None</source><comment>reply-none</comment><translation>Keine</translation></message>
<message><source>Not applicable</source><comment>reply-not-applicable</comment><translation>Entfällt</translation></message>
<message><source>Negative</source><comment>reply-negative</comment><translation>Negativ</translation></message>
<message><source>Declined</source><comment>reply-declined</comment><translation>Abgelehnt</translation></message>
<message><source>Positive</source><comment>reply-positive</comment><translation>Positiv</translation></message>
<message><source>Thoughts</source><comment>reply-ideation</comment><translation>Gedanken</translation></message>
<message><source>Intent or plan</source><comment>reply-intent-or-plan</comment><translation>Absicht oder Plan</translation></message>
<message><source>Named</source><comment>reply-named</comment><translation>Benannt</translation></message>
<message><source>Taken, or none prescribed</source><comment>reply-taken</comment><translation>Genommen oder keines verordnet</translation></message>
<message><source>Missed</source><comment>reply-missed</comment><translation>Ausgelassen</translation></message>
<message><source>Benzodiazepine</source><comment>reply-benzodiazepine</comment><translation>Benzodiazepin</translation></message>
<message><source>Stimulant</source><comment>reply-stimulant</comment><translation>Stimulans</translation></message>
<message><source>MAO inhibitor</source><comment>reply-maoi</comment><translation>MAO-Hemmer</translation></message>
<message><source>Several</source><comment>reply-several</comment><translation>Mehrere</translation></message>
<message><source>missing</source><comment>reply-missing</comment><translation>fehlt</translation></message>
<message><source>uncontrolled high blood pressure</source><comment>reason-uncontrolled-hypertension</comment><translation>unbehandelter Bluthochdruck</translation></message>
<message><source>unstable heart disease</source><comment>reason-unstable-heart-disease</comment><translation>instabile Herzkrankheit</translation></message>
<message><source>history of psychosis</source><comment>reason-psychosis-history</comment><translation>Psychose in der Vorgeschichte</translation></message>
<message><source>kidney disease</source><comment>reason-kidney-disease</comment><translation>Nierenkrankheit</translation></message>
<message><source>substance use</source><comment>reason-substance-use</comment><translation>Substanzkonsum</translation></message>
<message><source>aneurysm, AVM or bleed in the brain</source><comment>reason-aneurysm-avm-bleed</comment><translation>Aneurysma, AVM oder Hirnblutung</translation></message>
<message><source>pregnancy test</source><comment>reason-pregnancy</comment><translation>Schwangerschaftstest</translation></message>
<message><source>chest pain or a new neurological sign today</source><comment>reason-acute-symptoms</comment><translation>heute Brustschmerz oder neues neurologisches Zeichen</translation></message>
<message><source>intoxicated today</source><comment>reason-intoxicated</comment><translation>heute berauscht</translation></message>
<message><source>thoughts of suicide</source><comment>reason-suicidality</comment><translation>Suizidgedanken</translation></message>
<message><source>fasting</source><comment>reason-fasting</comment><translation>nüchtern</translation></message>
<message><source>escort</source><comment>reason-escort</comment><translation>Begleitperson</translation></message>
<message><source>consent</source><comment>reason-consent</comment><translation>Einwilligung</translation></message>
<message><source>blood pressure medicine</source><comment>reason-medication</comment><translation>Blutdruckmittel</translation></message>
<message><source>interacting drug today</source><comment>reason-interacting-drug</comment><translation>wechselwirkendes Mittel heute</translation></message>
<message><source>on oxygen</source><comment>reason-oxygen</comment><translation>mit Sauerstoff</translation></message>
<message><source>bladder symptoms</source><comment>reason-bladder-symptoms</comment><translation>Blasenbeschwerden</translation></message>
<message><source>systolic pressure at rest</source><comment>reason-sbp</comment><translation>systolischer Druck in Ruhe</translation></message>
<message><source>diastolic pressure at rest</source><comment>reason-dbp</comment><translation>diastolischer Druck in Ruhe</translation></message>
<message><source>heart rate at rest</source><comment>reason-hr</comment><translation>Herzfrequenz in Ruhe</translation></message>
<message><source>SpO₂ at rest</source><comment>reason-spo2</comment><translation>SpO₂ in Ruhe</translation></message>
<message><source>breathing rate at rest</source><comment>reason-rr</comment><translation>Atemfrequenz in Ruhe</translation></message>
<message><source>MOAA/S before the drug</source><comment>reason-moaa-s</comment><translation>MOAA/S vor dem Mittel</translation></message>
<message><source>benzodiazepine, by the record</source><comment>reason-benzodiazepine</comment><translation>Benzodiazepin, laut Akte</translation></message>
<message><source>stimulant, by the record</source><comment>reason-stimulant</comment><translation>Stimulans, laut Akte</translation></message>
<message><source>MAO inhibitor, by the record</source><comment>reason-maoi</comment><translation>MAO-Hemmer, laut Akte</translation></message>
<message><source>sleep apnoea</source><comment>reason-sleep-apnoea</comment><translation>Schlafapnoe</translation></message>
<message><source>BMI over 35</source><comment>reason-bmi-35</comment><translation>BMI über 35</translation></message>
<message><source>weight for a dose per kg</source><comment>reason-weight</comment><translation>Gewicht für eine Dosis pro kg</translation></message>
<message><source>three cuff readings at rest</source><comment>reason-baseline-readings</comment><translation>drei Blutdruckmessungen in Ruhe</translation></message>
<message><source>two cuff readings at rest that differ by 15 mmHg at most</source><comment>reason-baseline-agreement</comment><translation>zwei Ruhemessungen, höchstens 15 mmHg auseinander</translation></message>
<message><source>«{0}» does not fit now: the session is in the phase {1}.</source><comment>refused-in-this-phase</comment><translation>«{0}» passt jetzt nicht: Die Sitzung ist in der Phase {1}.</translation></message>
<message><source>That note was undone already.</source><comment>nothing-to-undo</comment><translation>Diese Notiz wurde schon zurückgenommen.</translation></message>
<message><source>Starting the cuff of {0} is not switched on.</source><comment>cuff-not-allowed</comment><translation>Die Manschette von {0} darf von hier aus nicht gestartet werden.</translation></message>
<message><source>The cuff of {0} cannot be started from here; press START on the monitor.</source><comment>cuff-cannot</comment><translation>Die Manschette von {0} lässt sich von hier aus nicht starten; drücken Sie START am Monitor.</translation></message>
<message><source>{0} was put aside as another patient's monitor; its cuff is not started.</source><comment>cuff-put-aside</comment><translation>{0} gilt als Monitor eines anderen Patienten; seine Manschette wird nicht gestartet.</translation></message>
<message><source>{0} is not connected; its cuff cannot be started.</source><comment>cuff-no-link</comment><translation>{0} ist nicht verbunden; seine Manschette kann nicht gestartet werden.</translation></message>
<message><source>{0} is measuring already.</source><comment>cuff-measuring</comment><translation>{0} misst bereits.</translation></message>
<message><source>Two starts lie 2 min apart; the cuff can be started in {0} s.</source><comment>cuff-too-soon</comment><translation>Zwischen zwei Messungen liegen 2 min; die Manschette kann in {0} s gestartet werden.</translation></message>
<message><source>The arm had a cuff more often than every 5 min for 15 min; the next one in {0} s.</source><comment>cuff-short-cycle</comment><translation>15 min lang wurde öfter als alle 5 min gemessen; die nächste Messung in {0} s.</translation></message>
<message><source>No alarms</source><comment>bar-none</comment><translation>Keine Alarme</translation></message>
<message><source>No session is running</source><comment>bar-no-session</comment><translation>Keine Sitzung läuft</translation></message>
<message><source>Session ended</source><comment>bar-ended</comment><translation>Sitzung beendet</translation></message>
<message><source>monitor connected</source><comment>bar-link-up</comment><translation>Monitor verbunden</translation></message>
<message><source>monitor not connected yet</source><comment>bar-link-unknown</comment><translation>Monitor noch nicht verbunden</translation></message>
<message><source>{0} {1}</source><comment>bar-value</comment><translation>{0} {1}</translation></message>
<message><source>{0} {1} {2} {3}</source><comment>bar-against</comment><translation>{0} {1} {2} {3}</translation></message>
<message><source>BP {0}/{1}</source><comment>bar-bp</comment><translation>BD {0}/{1}</translation></message>
<message><source>since {0}</source><comment>bar-since</comment><translation>seit {0}</translation></message>
<message><source>began {0}</source><comment>bar-began</comment><translation>begann {0}</translation></message>
<message><source>unanswered {0}</source><comment>bar-unanswered</comment><translation>unbeantwortet {0}</translation></message>
<message><source>+{0} more</source><comment>bar-more</comment><translation>+{0} weitere</translation></message>
<message><source>All alarms</source><comment>bar-others</comment><translation>Alle Alarme</translation></message>
<message><source>is over</source><comment>bar-latched</comment><translation>ist vorbei</translation></message>
<message><source>limit {0}, not over yet</source><comment>bar-easing</comment><translation>Grenze {0}, noch nicht vorbei</translation></message>
<message><source>not confirmed by the repeat</source><comment>bar-withdrawn</comment><translation>durch Wiederholung nicht bestätigt</translation></message>
<message><source>{0} not confirmed by {1}</source><comment>bar-not-confirmed</comment><translation>{0} nicht bestätigt durch {1}</translation></message>
<message><source>note, until acknowledged</source><comment>bar-note-waits</comment><translation>Hinweis, bis quittiert</translation></message>
<message><source>re-check: {0}</source><comment>bar-recheck</comment><translation>Nachmessen: {0}</translation></message>
<message><source>repeat in {0} – press START</source><comment>bar-press-start</comment><translation>neu in {0} – START drücken</translation></message>
<message><source>repeat in {0} – measuring…</source><comment>bar-measuring</comment><translation>neu in {0} – misst…</translation></message>
<message><source>repeat in {0} – starting the cuff</source><comment>bar-starting</comment><translation>neu in {0} – Manschette startet</translation></message>
<message><source>repeat {0} of {0}</source><comment>bar-repeat-of</comment><translation>Wiederholung {0} von {0}</translation></message>
<message><source>{0} readings in a row</source><comment>bar-repeats</comment><translation>{0} Messungen in Folge</translation></message>
<message><source>acknowledged</source><comment>bar-acknowledged</comment><translation>quittiert</translation></message>
<message><source>acknowledged, speaks again in {0}</source><comment>bar-acknowledged-for</comment><translation>quittiert, meldet sich wieder in {0}</translation></message>
<message><source>{0} (rise)</source><comment>bar-rise</comment><translation>{0} (Anstieg)</translation></message>
<message><source>Technical</source><comment>bar-technical</comment><translation>Technik</translation></message>
<message><source>MOAA/S {0}. {1}</source><comment>bar-score</comment><translation>MOAA/S {0}. {1}</translation></message>
<message><source>Sound off {0}</source><comment>bar-audio-paused</comment><translation>Ton aus {0}</translation></message>
<message><source>a new alarm as urgent ends it</source><comment>bar-audio-breaks</comment><translation>endet bei neuem, gleich dringendem Alarm</translation></message>
<message><source>Repeat the cuff</source><comment>ask-cuff-repeat</comment><translation>Blutdruck nachmessen</translation></message>
<message><source>Cuff now: a symptom was noted</source><comment>ask-cuff-symptom</comment><translation>Jetzt messen: Symptom notiert</translation></message>
<message><source>Cuff now: heart rate {0}</source><comment>ask-cuff-heart</comment><translation>Jetzt messen: Herzfrequenz {0}</translation></message>
<message><source>Cuff now: oxygen saturation {0}</source><comment>ask-cuff-oxygen</comment><translation>Jetzt messen: Sauerstoffsättigung {0}</translation></message>
<message><source>Cuff now: every 2.5 min while the high alarm lasts</source><comment>ask-cuff-often</comment><translation>Jetzt messen: alle 2,5 min, solange der hohe Alarm besteht</translation></message>
<message><source>Press START on the monitor.</source><comment>ask-how-press</comment><translation>START am Monitor drücken.</translation></message>
<message><source>Chairside starts the cuff as soon as it may.</source><comment>ask-how-starting</comment><translation>Chairside startet die Manschette, sobald es darf.</translation></message>
<message><source>The cuff is measuring.</source><comment>ask-how-measuring</comment><translation>Die Manschette misst.</translation></message>
<message><source>No reading since the start: the monitor's auto-cycle looks off</source><comment>ask-cycle-off</comment><translation>Keine Messung seit dem Start: Die Automatik des Monitors scheint aus zu sein</translation></message>
<message><source>Set it to measure every {0} min.</source><comment>ask-cycle-set</comment><translation>Auf Messung alle {0} min einstellen.</translation></message>
<message><source>{0}/{1} {2} – is that on the monitor in front of you?</source><comment>ask-same</comment><translation>{0}/{1} {2} – steht das auf dem Monitor vor Ihnen?</translation></message>
<message><source>just arrived</source><comment>ask-same-new</comment><translation>gerade angekommen</translation></message>
<message><source>just arrived from {0}</source><comment>ask-same-new-from</comment><translation>gerade von {0}</translation></message>
<message><source>arrived at {1}</source><comment>ask-same-at</comment><translation>angekommen um {1}</translation></message>
<message><source>arrived from {0} at {1}</source><comment>ask-same-at-from</comment><translation>von {0} um {1}</translation></message>
<message><source>No puts its values aside.</source><comment>ask-same-no</comment><translation>Nein legt seine Werte beiseite.</translation></message>
<message><source>Yes</source><comment>ask-yes</comment><translation>Ja</translation></message>
<message><source>No</source><comment>ask-no</comment><translation>Nein</translation></message>
<message><source>{0} is put aside: it is not the monitor in front of you</source><comment>ask-aside</comment><translation>{0} ist beiseitegelegt: nicht der Monitor vor Ihnen</translation></message>
<message><source>Nothing of it is taken.</source><comment>ask-aside-what</comment><translation>Nichts davon wird übernommen.</translation></message>
<message><source>It is</source><comment>ask-aside-yes</comment><translation>Doch</translation></message>
<message><source>What was done?</source><comment>answer-title</comment><translation>Was wurde getan?</translation></message>
<message><source>Just acknowledge</source><comment>answer-just</comment><translation>Nur quittieren</translation></message>
<message><source>This alarm needs no answer any more.</source><comment>answer-none</comment><translation>Dieser Alarm braucht keine Antwort mehr.</translation></message>
<message><source>now</source><comment>answer-paused-now</comment><translation>jetzt</translation></message>
<message><source>{0} min ago</source><comment>answer-paused-ago</comment><translation>vor {0} min</translation></message>
<message><source>asks for a repeat</source><comment>answer-artefact-repeat</comment><translation>verlangt Nachmessen</translation></message>
<message><source>the value was not real</source><comment>answer-artefact-value</comment><translation>Wert war nicht echt</translation></message>
<message><source>Silent for {0}, until {1}. Anything worse sounds at once.</source><comment>answer-silent-until</comment><translation>Stumm für {0}, bis {1}. Schlimmeres ertönt sofort.</translation></message>
<message><source>Silent as long as it lasts. Anything worse sounds at once.</source><comment>answer-silent-while</comment><translation>Stumm, solange es andauert. Schlimmeres ertönt sofort.</translation></message>
<message><source>Silent for {0}, until {1}; as an artefact for {2}. Anything worse sounds at once.</source><comment>answer-silent-doubted</comment><translation>Stumm für {0}, bis {1}; als Artefakt für {2}. Schlimmeres ertönt sofort.</translation></message>
<message><source>It is over; the answer closes this message.</source><comment>answer-over</comment><translation>Es ist vorbei; die Antwort schließt diese Meldung.</translation></message>
<message><source>Noted: paused on the pump. Pause the infusion here too, so that the dose stops counting?</source><comment>answer-pump</comment><translation>Notiert: an der Pumpe angehalten. Die Infusion auch hier anhalten, damit die Dosis nicht weiterzählt?</translation></message>
<message><source>Pause the infusion</source><comment>answer-pump-yes</comment><translation>Infusion anhalten</translation></message>
<message><source>Leave it running</source><comment>answer-pump-no</comment><translation>Weiterlaufen lassen</translation></message>
<message><source>Pump paused {0} min ago</source><comment>answer-pump-note</comment><translation>Pumpe vor {0} min angehalten</translation></message>
<message><source>sedatives</source><comment>modifier-sedatives</comment><translation>Sedativa</translation></message>
<message><source>SpO₂ on O₂: late sign</source><comment>modifier-oxygen</comment><translation>SpO₂ mit O₂: spätes Zeichen</translation></message>
<message><source>raised baseline</source><comment>modifier-raised-baseline</comment><translation>erhöhter Ruhewert</translation></message>
<message><source>No data from the monitor</source><comment>alarm-link-lost</comment><translation>Keine Daten vom Monitor</translation></message>
<message><source>Cuff overdue</source><comment>alarm-bp-overdue</comment><translation>Blutdruck überfällig</translation></message>
<message><source>Cuff gave no result</source><comment>alarm-nibp-failed</comment><translation>Messung ohne Ergebnis</translation></message>
<message><source>Sensor off</source><comment>alarm-sensor-off</comment><translation>Sensor ab</translation></message>
<message><source>Poor signal</source><comment>alarm-signal-poor</comment><translation>Schlechtes Signal</translation></message>
<message><source>Monitor battery low</source><comment>alarm-battery-low</comment><translation>Akku des Monitors schwach</translation></message>
<message><source>Not recording</source><comment>alarm-store-failed</comment><translation>Keine Aufzeichnung</translation></message>
<message><source>No alarm sound</source><comment>alarm-sound-failed</comment><translation>Kein Alarmton</translation></message>
<message><source>Screen was not responding</source><comment>alarm-screen-stalled</comment><translation>Bildschirm reagierte nicht</translation></message>
<message><source>Computer clock changed</source><comment>alarm-clock-jumped</comment><translation>Computeruhr verstellt</translation></message>
<message><source>Computer may fall asleep</source><comment>alarm-awake-failed</comment><translation>Computer könnte einschlafen</translation></message>
<message><source>Monitor in neonatal mode</source><comment>alarm-cuff-mode</comment><translation>Monitor im Neugeborenenmodus</translation></message>
<message><source>Emergency symptom</source><comment>alarm-symptom-emergency</comment><translation>Notfallzeichen</translation></message>
<message><source>Deep sedation</source><comment>alarm-sedation-deep</comment><translation>Tiefe Sedierung</translation></message>
<message><source>HR and pulse differ</source><comment>alarm-hr-pulse-mismatch</comment><translation>HF und Puls verschieden</translation></message>
<message><source>Planned time is over</source><comment>alarm-dose-time</comment><translation>Geplante Zeit ist um</translation></message>
<message><source>Off the monitor</source><comment>alarm-off-monitor</comment><translation>Nicht am Monitor</translation></message>
<message><source>SBP is rising</source><comment>alarm-sbp-trend-high</comment><translation>SYS steigt</translation></message>
<message><source>Rate × pressure</source><comment>alarm-rpp-high</comment><translation>Frequenz × Druck</translation></message>
<message><source>Rate × pressure</source><comment>alarm-rpp-very-high</comment><translation>Frequenz × Druck</translation></message>
<message><source>Shock index</source><comment>alarm-shock-index-high</comment><translation>Schockindex</translation></message>
<message><source>NEWS2, one sign</source><comment>alarm-news2-single</comment><translation>NEWS2, ein Zeichen</translation></message>
<message><source>NEWS2</source><comment>alarm-news2-high</comment><translation>NEWS2</translation></message>
<message><source>SBP is rising, very high in {0} min</source><comment>computed-sbp-trend-high</comment><translation>SYS steigt, sehr hoch in {0} min</translation></message>
<message><source>Rate × pressure {0} ≥ {1}</source><comment>computed-rpp-high</comment><translation>Frequenz × Druck {0} ≥ {1}</translation></message>
<message><source>Rate × pressure {0} ≥ {1}</source><comment>computed-rpp-very-high</comment><translation>Frequenz × Druck {0} ≥ {1}</translation></message>
<message><source>Shock index {0} ≥ {1}</source><comment>computed-shock-index-high</comment><translation>Schockindex {0} ≥ {1}</translation></message>
<message><source>NEWS2: one sign scores {0}</source><comment>computed-news2-single</comment><translation>NEWS2: ein Zeichen zählt {0}</translation></message>
<message><source>NEWS2 at least {0}, limit {1}</source><comment>computed-news2-high</comment><translation>NEWS2 mindestens {0}, Grenze {1}</translation></message>
<message><source>Start a cuff reading on the monitor.</source><comment>advice-bp-overdue</comment><translation>Messung am Monitor starten.</translation></message>
<message><source>Check cuff, hose and arm, then measure again.</source><comment>advice-nibp-failed</comment><translation>Manschette, Schlauch und Arm prüfen, dann nachmessen.</translation></message>
<message><source>Check the finger probe and the electrodes.</source><comment>advice-sensor-off</comment><translation>Fingersensor und Elektroden prüfen.</translation></message>
<message><source>No {0}. Check the finger probe and the electrodes.</source><comment>sensor-lost</comment><translation>{0} fehlt. Fingersensor und Elektroden prüfen.</translation></message>
<message><source>Check the sensor and keep the hand still.</source><comment>advice-signal-poor</comment><translation>Sensor prüfen und Hand ruhig halten.</translation></message>
<message><source>Connect the monitor to mains power.</source><comment>advice-battery-low</comment><translation>Monitor ans Netz anschließen.</translation></message>
<message><source>Alarms go on. Write values down by hand until this clears.</source><comment>advice-store-failed</comment><translation>Alarme laufen weiter. Werte von Hand aufschreiben, bis dies endet.</translation></message>
<message><source>Watch the screen and the bedside monitor; check the loudspeaker.</source><comment>advice-sound-failed</comment><translation>Bildschirm und Monitor am Patienten beobachten; Lautsprecher prüfen.</translation></message>
<message><source>Watch the bedside monitor.</source><comment>advice-screen-stalled</comment><translation>Monitor am Patienten beobachten.</translation></message>
<message><source>Times of this session stay right.</source><comment>advice-clock-jumped</comment><translation>Die Zeiten dieser Sitzung bleiben richtig.</translation></message>
<message><source>Keep the computer awake by hand.</source><comment>advice-awake-failed</comment><translation>Computer von Hand wach halten.</translation></message>
<message><source>Set the monitor to adult before the next cuff.</source><comment>advice-cuff-mode</comment><translation>Monitor vor der nächsten Messung auf Erwachsene stellen.</translation></message>
<message><source>Go to the patient now.</source><comment>advice-symptom-emergency</comment><translation>Sofort zum Patienten gehen.</translation></message>
<message><source>Go to the patient now.</source><comment>advice-sedation-deep</comment><translation>Sofort zum Patienten gehen.</translation></message>
<message><source>Check the electrodes and the probe.</source><comment>advice-hr-pulse-mismatch</comment><translation>Elektroden und Sensor prüfen.</translation></message>
<message><source>Check that the pump is stopped.</source><comment>advice-dose-time</comment><translation>Prüfen, ob die Pumpe gestoppt ist.</translation></message>
<message><source>Look for the patient, and note her return.</source><comment>advice-off-monitor</comment><translation>Nach dem Patienten sehen und die Rückkehr notieren.</translation></message>
<message><source>The monitor is connected.</source><comment>link-connected</comment><translation>Der Monitor ist verbunden.</translation></message>
<message><source>For {0}. Check the cable and that the monitor is on.</source><comment>link-no-data-for</comment><translation>Seit {0}. Prüfen, ob Kabel und Monitor in Ordnung sind.</translation></message>
<message><source>Check the cable and that the monitor is on.</source><comment>link-no-data</comment><translation>Prüfen, ob das Kabel steckt und der Monitor an ist.</translation></message>
<message><source>What arrives is not from this type of monitor. Check the chosen type.</source><comment>link-wrong-driver</comment><translation>Was ankommt, ist nicht von diesem Monitortyp. Gewählten Typ prüfen.</translation></message>
<message><source>The cable is unplugged. Plug it in again.</source><comment>link-port-absent</comment><translation>Das Kabel ist abgezogen. Wieder einstecken.</translation></message>
<message><source>Another program uses the port. Close that program.</source><comment>link-port-in-use</comment><translation>Ein anderes Programm belegt den Anschluss. Jenes schließen.</translation></message>
<message><source>This computer does not allow the port. Ask your technician.</source><comment>link-port-denied</comment><translation>Dieser Computer erlaubt den Anschluss nicht. Technik rufen.</translation></message>
<message><source>The port failed. Unplug the cable and plug it in again.</source><comment>link-port-broke</comment><translation>Der Anschluss ist gestört. Kabel abziehen und wieder einstecken.</translation></message>
<message><source>Another device is on this port. Plug the right monitor in.</source><comment>link-stranger</comment><translation>Ein anderes Gerät ist an diesem Anschluss. Richtigen Monitor einstecken.</translation></message>
<message><source>This program has a fault. Use the bedside monitor.</source><comment>link-driver-bug</comment><translation>Dieses Programm hat einen Fehler. Monitor am Patienten verwenden.</translation></message>
<message><source>The connection was closed.</source><comment>link-closed</comment><translation>Die Verbindung wurde geschlossen.</translation></message>
<message><source>SBP very low</source><comment>limit-name-sbp-very-low</comment><translation>SYS sehr niedrig</translation></message>
<message><source>SBP low</source><comment>limit-name-sbp-low</comment><translation>SYS niedrig</translation></message>
<message><source>SBP high</source><comment>limit-name-sbp-high</comment><translation>SYS hoch</translation></message>
<message><source>SBP very high</source><comment>limit-name-sbp-very-high</comment><translation>SYS sehr hoch</translation></message>
<message><source>SBP extreme</source><comment>limit-name-sbp-extreme</comment><translation>SYS extrem</translation></message>
<message><source>SBP rise %</source><comment>limit-name-sbp-rise</comment><translation>SYS-Anstieg %</translation></message>
<message><source>DBP low</source><comment>limit-name-dbp-low</comment><translation>DIA niedrig</translation></message>
<message><source>DBP high</source><comment>limit-name-dbp-high</comment><translation>DIA hoch</translation></message>
<message><source>DBP very high</source><comment>limit-name-dbp-very-high</comment><translation>DIA sehr hoch</translation></message>
<message><source>DBP extreme</source><comment>limit-name-dbp-extreme</comment><translation>DIA extrem</translation></message>
<message><source>DBP rise</source><comment>limit-name-dbp-rise</comment><translation>DIA-Anstieg</translation></message>
<message><source>HR extreme low</source><comment>limit-name-hr-extreme-low</comment><translation>HF extrem niedrig</translation></message>
<message><source>HR very low</source><comment>limit-name-hr-very-low</comment><translation>HF sehr niedrig</translation></message>
<message><source>HR low</source><comment>limit-name-hr-low</comment><translation>HF niedrig</translation></message>
<message><source>HR high</source><comment>limit-name-hr-high</comment><translation>HF hoch</translation></message>
<message><source>HR very high</source><comment>limit-name-hr-very-high</comment><translation>HF sehr hoch</translation></message>
<message><source>HR extreme</source><comment>limit-name-hr-extreme</comment><translation>HF extrem</translation></message>
<message><source>HR rise</source><comment>limit-name-hr-rise</comment><translation>HF-Anstieg</translation></message>
<message><source>SpO₂ extreme</source><comment>limit-name-spo2-extreme</comment><translation>SpO₂ extrem</translation></message>
<message><source>SpO₂ very low</source><comment>limit-name-spo2-very-low</comment><translation>SpO₂ sehr niedrig</translation></message>
<message><source>SpO₂ low</source><comment>limit-name-spo2-low</comment><translation>SpO₂ niedrig</translation></message>
<message><source>RR low</source><comment>limit-name-rr-low</comment><translation>AF niedrig</translation></message>
<message><source>RR high</source><comment>limit-name-rr-high</comment><translation>AF hoch</translation></message>
<message><source>MAP low</source><comment>limit-name-map-low</comment><translation>MAD niedrig</translation></message>
<message><source>MAP high</source><comment>limit-name-map-high</comment><translation>MAD hoch</translation></message>
<message><source>SBP above own, SD</source><comment>limit-name-sbp-z-high</comment><translation>SYS über eigenem, SD</translation></message>
<message><source>SBP trend, min</source><comment>limit-name-sbp-trend-high</comment><translation>SYS-Trend, min</translation></message>
<message><source>Rate × pressure high</source><comment>limit-name-rpp-high</comment><translation>Frequenz × Druck hoch</translation></message>
<message><source>Rate × pressure very high</source><comment>limit-name-rpp-very-high</comment><translation>Frequenz × Druck sehr hoch</translation></message>
<message><source>Shock index high</source><comment>limit-name-shock-index-high</comment><translation>Schockindex hoch</translation></message>
<message><source>NEWS2 one sign</source><comment>limit-name-news2-single</comment><translation>NEWS2 ein Zeichen</translation></message>
<message><source>NEWS2 total</source><comment>limit-name-news2-high</comment><translation>NEWS2 gesamt</translation></message>
<message><source>There is no open alarm {0} to acknowledge.</source><comment>nothing-to-acknowledge</comment><translation>Es gibt keinen offenen Alarm {0} zu quittieren.</translation></message>
<message><source>There is no limit called {0}; known are {2}.</source><comment>limit-unknown</comment><translation>Es gibt keine Grenze {0}; bekannt sind {2}.</translation></message>
<message><source>There is no row {0} to switch on; there are {2}.</source><comment>switch-unknown</comment><translation>Es gibt keine Zeile {0} einzuschalten; vorhanden sind {2}.</translation></message>
<message><source>{0} = {1} is out of bounds; it can be set from {2} to {3}.</source><comment>limit-out-of-bounds</comment><translation>{0} = {1} liegt außerhalb; einstellbar von {2} bis {3}.</translation></message>
<message><source>{0} = {1} would cross {2} = {3}; move that one first.</source><comment>limit-crossed</comment><translation>{0} = {1} würde {2} = {3} kreuzen; verschieben Sie zuerst jene.</translation></message>
<message><source>Re-measured</source><comment>mark-action-re-measured</comment><translation>Nachgemessen</translation></message>
<message><source>Paused on pump</source><comment>mark-action-paused</comment><translation>An Pumpe angehalten</translation></message>
<message><source>Rate lowered</source><comment>mark-action-rate-lowered</comment><translation>Rate gesenkt</translation></message>
<message><source>Drug given</source><comment>mark-action-drug-given</comment><translation>Medikament gegeben</translation></message>
<message><source>Provider called</source><comment>mark-action-provider-called</comment><translation>Arzt gerufen</translation></message>
<message><source>Artefact</source><comment>mark-action-artefact</comment><translation>Artefakt</translation></message>
<message><source>{0} treatment</source><comment>chart-title</comment><translation>Behandlung mit {0}</translation></message>
<message><source>Watched session</source><comment>chart-title-watched</comment><translation>Überwachte Sitzung</translation></message>
<message><source>Session {0}</source><comment>chart-file-title</comment><translation>Sitzung {0}</translation></message>
<message><source>Patient not known</source><comment>chart-nobody</comment><translation>Patient unbekannt</translation></message>
<message><source>Pseudonym {0}</source><comment>chart-pseudonym</comment><translation>Pseudonym {0}</translation></message>
<message><source>born {0}</source><comment>chart-born</comment><translation>geb. {0}</translation></message>
<message><source>{0}s</source><comment>chart-decade</comment><translation>{0}er</translation></message>
<message><source>{0} kg</source><comment>chart-weight</comment><translation>{0} kg</translation></message>
<message><source>{0}–{1}</source><comment>chart-from-to</comment><translation>{0}–{1}</translation></message>
<message><source>time of the day not known · {0}</source><comment>chart-no-clock</comment><translation>Uhrzeit unbekannt · {0}</translation></message>
<message><source>DE-IDENTIFIED</source><comment>chart-deidentified</comment><translation>PSEUDONYMISIERT</translation></message>
<message><source>IMPORTED RECORDING</source><comment>chart-imported</comment><translation>EINGELESENE AUFZEICHNUNG</translation></message>
<message><source>DAMAGED RECORD – NOT COMPLETE</source><comment>chart-damaged</comment><translation>BESCHÄDIGTE AUFZEICHNUNG – UNVOLLSTÄNDIG</translation></message>
<message><source>Plan</source><comment>chart-plan</comment><translation>Plan</translation></message>
<message><source>Given</source><comment>chart-given</comment><translation>Gegeben</translation></message>
<message><source>not known</source><comment>chart-given-unknown</comment><translation>unbekannt</translation></message>
<message><source>{0} = {1}</source><comment>chart-is</comment><translation>{0} = {1}</translation></message>
<message><source>calculated from the rates</source><comment>chart-calculated</comment><translation>aus den Raten berechnet</translation></message>
<message><source>by the pump’s volume</source><comment>chart-by-pump</comment><translation>nach dem Volumen der Pumpe</translation></message>
<message><source>as entered</source><comment>chart-by-doses</comment><translation>wie eingetragen</translation></message>
<message><source>Infusion</source><comment>chart-infusion</comment><translation>Infusion</translation></message>
<message><source>running at the end</source><comment>chart-runs-on</comment><translation>am Ende noch laufend</translation></message>
<message><source>ran {0}</source><comment>chart-ran</comment><translation>lief {0}</translation></message>
<message><source>paused {0}×, {1}</source><comment>chart-pauses</comment><translation>{0}× pausiert, {1}</translation></message>
<message><source>{0} rates</source><comment>chart-rates</comment><translation>{0} Raten</translation></message>
<message><source>Doses</source><comment>chart-doses</comment><translation>Dosen</translation></message>
<message><source>{0} mg at {1}</source><comment>chart-dose</comment><translation>{0} mg um {1}</translation></message>
<message><source>Pump volume</source><comment>chart-pump</comment><translation>Pumpe</translation></message>
<message><source>{0} mL by the pump</source><comment>chart-pump-ml</comment><translation>{0} ml laut Pumpe</translation></message>
<message><source>not entered</source><comment>chart-pump-missing</comment><translation>nicht eingetragen</translation></message>
<message><source>{0} %</source><comment>chart-gap</comment><translation>{0} %</translation></message>
<message><source>more than 5 % apart</source><comment>chart-gap-flagged</comment><translation>mehr als 5 % Abweichung</translation></message>
<message><source>Drawn</source><comment>chart-drawn</comment><translation>Aufgezogen</translation></message>
<message><source>Wasted</source><comment>chart-wasted</comment><translation>Verworfen</translation></message>
<message><source>{0} mg unaccounted for</source><comment>chart-unaccounted</comment><translation>{0} mg ungeklärt</translation></message>
<message><source>Screening</source><comment>chart-screening</comment><translation>Screening</translation></message>
<message><source>{0} answers, all clear</source><comment>chart-answers</comment><translation>{0} Antworten, alle unauffällig</translation></message>
<message><source>{0} answers, {1} not clear: {2}</source><comment>chart-answers-unclear</comment><translation>{0} Antworten, {1} auffällig: {2}</translation></message>
<message><source>Decision</source><comment>chart-decision</comment><translation>Entscheidung</translation></message>
<message><source>Limits</source><comment>chart-limits</comment><translation>Grenzen</translation></message>
<message><source>{0} moved to {1}</source><comment>chart-limit-moved</comment><translation>{0} auf {1} gesetzt</translation></message>
<message><source>Monitors</source><comment>chart-monitors</comment><translation>Monitore</translation></message>
<message><source>Staff</source><comment>chart-staff</comment><translation>Personal</translation></message>
<message><source>Emergency</source><comment>chart-emergency</comment><translation>Notfall</translation></message>
<message><source>called {0}×, see the events</source><comment>chart-emergency-called</comment><translation>{0}× ausgelöst, siehe Ereignisse</translation></message>
<message><source>Baseline</source><comment>chart-at-rest</comment><translation>Ruhewert</translation></message>
<message><source>Peak, lowest</source><comment>chart-extreme</comment><translation>Max., Min.</translation></message>
<message><source>Change, when</source><comment>chart-change</comment><translation>Änderung, wann</translation></message>
<message><source>End</source><comment>chart-end</comment><translation>Ende</translation></message>
<message><source>{0} min</source><comment>chart-min</comment><translation>{0} min</translation></message>
<message><source>computed</source><comment>chart-computed</comment><translation>berechnet</translation></message>
<message><source>HR above limit</source><comment>chart-hr-above</comment><translation>HF über der Grenze</translation></message>
<message><source>SpO₂ below limit</source><comment>chart-spo2-below</comment><translation>SpO₂ unter der Grenze</translation></message>
<message><source>Cuff readings</source><comment>chart-cuffs</comment><translation>Manschettenwerte</translation></message>
<message><source>{0} failed</source><comment>chart-cuffs-failed</comment><translation>{0} ohne Ergebnis</translation></message>
<message><source>{0} left out</source><comment>chart-cuffs-apart</comment><translation>{0} nicht gezählt</translation></message>
<message><source>gap {0}</source><comment>chart-longest-gap</comment><translation>Lücke {0}</translation></message>
<message><source>{0} high · {1} medium · {2} low</source><comment>chart-alarms</comment><translation>{0} hoch · {1} mittel · {2} niedrig</translation></message>
<message><source>none</source><comment>chart-no-alarm</comment><translation>keine</translation></message>
<message><source>{0} per hour</source><comment>chart-per-hour</comment><translation>{0} pro Stunde</translation></message>
<message><source>{0} at {1}</source><comment>chart-score</comment><translation>{0} um {1}</translation></message>
<message><source>{0} in all</source><comment>chart-scores-more</comment><translation>{0} insgesamt</translation></message>
<message><source>cuff, systolic to diastolic (mmHg)</source><comment>chart-legend-cuff</comment><translation>Manschette, SYS bis DIA (mmHg)</translation></message>
<message><source>{0} (1/min)</source><comment>chart-legend-heart</comment><translation>{0} (1/min)</translation></message>
<message><source>not confirmed</source><comment>chart-legend-doubted</comment><translation>nicht bestätigt</translation></message>
<message><source>by hand</source><comment>chart-legend-hand</comment><translation>von Hand</translation></message>
<message><source>limit</source><comment>chart-legend-limit</comment><translation>Grenze</translation></message>
<message><source>baseline</source><comment>chart-legend-baseline</comment><translation>Ruhewert</translation></message>
<message><source>drug runs</source><comment>chart-legend-drug</comment><translation>Infusion läuft</translation></message>
<message><source>{0} limit {1}</source><comment>chart-line-limit</comment><translation>{0}-Grenze {1}</translation></message>
<message><source>{0} baseline {1}</source><comment>chart-line-rest</comment><translation>{0} in Ruhe {1}</translation></message>
<message><source>mg/min</source><comment>chart-axis-rate</comment><translation>mg/min</translation></message>
<message><source>doses</source><comment>chart-axis-dose</comment><translation>Dosen</translation></message>
<message><source>min</source><comment>chart-axis-min</comment><translation>min</translation></message>
<message><source>time</source><comment>chart-axis-clock</comment><translation>Uhrzeit</translation></message>
<message><source>Alarms and answers</source><comment>chart-alarms-title</comment><translation>Alarme und Antworten</translation></message>
<message><source>Events</source><comment>chart-events-title</comment><translation>Ereignisse</translation></message>
<message><source>and {0} more: see the detail pages</source><comment>chart-more</comment><translation>und {0} weitere: siehe Einzelheiten</translation></message>
<message><source>!!! high</source><comment>chart-priority-high</comment><translation>!!! hoch</translation></message>
<message><source>!! medium</source><comment>chart-priority-medium</comment><translation>!! mittel</translation></message>
<message><source>! low</source><comment>chart-priority-low</comment><translation>! niedrig</translation></message>
<message><source>Ready to leave</source><comment>chart-leaving</comment><translation>Entlassbereit</translation></message>
<message><source>{0} of {1} met</source><comment>chart-criteria-met</comment><translation>{0} von {1} erfüllt</translation></message>
<message><source>{0} let go with a reason</source><comment>chart-criteria-let-go</comment><translation>{0} mit Verzicht</translation></message>
<message><source>Scores</source><comment>chart-scores</comment><translation>Skalen</translation></message>
<message><source>Signatures</source><comment>chart-signatures</comment><translation>Unterschriften</translation></message>
<message><source>Afterwards: {0} corrections, {1} addenda</source><comment>chart-amended</comment><translation>Nachträglich: {0} Korrekturen, {1} Nachträge</translation></message>
<message><source>Nurse</source><comment>chart-by-nurse</comment><translation>Pflege</translation></message>
<message><source>Provider</source><comment>chart-by-provider</comment><translation>Arzt/Ärztin</translation></message>
<message><source>Date, time</source><comment>chart-by-date</comment><translation>Datum, Uhrzeit</translation></message>
<message><source>Session</source><comment>chart-session</comment><translation>Sitzung</translation></message>
<message><source>Audit head</source><comment>chart-head</comment><translation>Prüfkette</translation></message>
<message><source>Signed content</source><comment>chart-sealed</comment><translation>Signierter Inhalt</translation></message>
<message><source>Made by {0} {1}</source><comment>chart-program</comment><translation>Erstellt mit {0} {1}</translation></message>
<message><source>{0} of {1}</source><comment>chart-page</comment><translation>{0} von {1}</translation></message>
<message><source>{0}: {1}</source><comment>chart-line</comment><translation>{0}: {1}</translation></message>
<message><source>baseline {0}</source><comment>chart-text-rest</comment><translation>in Ruhe {0}</translation></message>
<message><source>peak {0} ({1})</source><comment>chart-text-peak</comment><translation>Spitze {0} ({1})</translation></message>
<message><source>lowest {0} ({1})</source><comment>chart-text-lowest</comment><translation>tiefster {0} ({1})</translation></message>
<message><source>end {0} {1}</source><comment>chart-text-end</comment><translation>Ende {0} {1}</translation></message>
<message><source>HIGH</source><comment>chart-text-high</comment><translation>HOCH</translation></message>
<message><source>medium</source><comment>chart-text-medium</comment><translation>mittel</translation></message>
<message><source>low</source><comment>chart-text-low</comment><translation>niedrig</translation></message>
<message><source>(shortened)</source><comment>chart-shortened</comment><translation>(gekürzt)</translation></message>
<message><source>Report</source><comment>chart-open</comment><translation>Bericht</translation></message>
<message><source>How much</source><comment>chart-extent</comment><translation>Umfang</translation></message>
<message><source>One page</source><comment>chart-one-page</comment><translation>1 Seite</translation></message>
<message><source>With details</source><comment>chart-all-pages</comment><translation>Ausführlich</translation></message>
<message><source>Paper</source><comment>chart-paper</comment><translation>Papier</translation></message>
<message><source>A4</source><comment>chart-paper-a4</comment><translation>A4</translation></message>
<message><source>Letter</source><comment>chart-paper-letter</comment><translation>Letter</translation></message>
<message><source>Save PDF</source><comment>chart-save</comment><translation>Speichern</translation></message>
<message><source>Print</source><comment>chart-print</comment><translation>Drucken</translation></message>
<message><source>Copy as text</source><comment>chart-copy</comment><translation>Text kopieren</translation></message>
<message><source>Saved, not encrypted: {0}</source><comment>chart-saved</comment><translation>Unverschlüsselt gespeichert: {0}</translation></message>
<message><source>The report cannot be written to {0}; look whether that folder is there.</source><comment>chart-failed</comment><translation>Der Bericht kann nicht nach {0} geschrieben werden; bitte prüfen, ob es den Ordner gibt.</translation></message>
<message><source>Sent to the printer {0}.</source><comment>chart-printed</comment><translation>An den Drucker {0} gesendet.</translation></message>
<message><source>The printer {0} took nothing; look at it, or save the report instead.</source><comment>chart-not-printed</comment><translation>Der Drucker {0} hat nichts angenommen; bitte nachsehen oder den Bericht speichern.</translation></message>
<message><source>This computer knows no printer. {0}</source><comment>chart-no-printer</comment><translation>Dieser Computer kennt keinen Drucker. {0}</translation></message>
<message><source>Copied, {0} characters: paste it into the record system.</source><comment>chart-copied</comment><translation>Kopiert, {0} Zeichen: in das Dokumentationssystem einfügen.</translation></message>
<message><source>{0} (continued)</source><comment>chart-continued</comment><translation>{0} (Fortsetzung)</translation></message>
<message><source>All cuff readings</source><comment>chart-cuffs-title</comment><translation>Alle Manschettenwerte</translation></message>
<message><source>Everything that happened</source><comment>chart-all-events</comment><translation>Alles, was geschah</translation></message>
<message><source>What was not measured</source><comment>chart-gaps</comment><translation>Was nicht gemessen wurde</translation></message>
<message><source>Staff, devices and settings</source><comment>chart-settings</comment><translation>Personal, Geräte und Einstellungen</translation></message>
<message><source>Limits at the end</source><comment>chart-limits-end</comment><translation>Grenzen am Ende</translation></message>
<message><source>Time</source><comment>chart-head-clock</comment><translation>Uhrzeit</translation></message>
<message><source>From start</source><comment>chart-head-min</comment><translation>Ab Beginn</translation></message>
<message><source>BP</source><comment>chart-head-bp</comment><translation>BD</translation></message>
<message><source>MAP</source><comment>chart-head-map</comment><translation>MAD</translation></message>
<message><source>HR</source><comment>chart-head-rate</comment><translation>HF</translation></message>
<message><source>SpO₂</source><comment>chart-head-spo2</comment><translation>SpO₂</translation></message>
<message><source>Remark</source><comment>chart-head-note</comment><translation>Bemerkung</translation></message>
<message><source>by hand</source><comment>chart-by-hand</comment><translation>von Hand</translation></message>
<message><source>alarm: {0}</source><comment>chart-alarm-named</comment><translation>Alarm: {0}</translation></message>
<message><source>not counted: not confirmed by the repeat</source><comment>chart-quality-unconfirmed</comment><translation>nicht gezählt: durch Wiederholung nicht bestätigt</translation></message>
<message><source>not counted: poor signal</source><comment>chart-quality-poor</comment><translation>nicht gezählt: schlechtes Signal</translation></message>
<message><source>not counted: artefact</source><comment>chart-quality-artefact</comment><translation>nicht gezählt: Artefakt</translation></message>
<message><source>not counted: from before the session</source><comment>chart-quality-before-session</comment><translation>nicht gezählt: von vor der Sitzung</translation></message>
<message><source>not counted: age not known</source><comment>chart-quality-age-unknown</comment><translation>nicht gezählt: Alter unbekannt</translation></message>
<message><source>not counted: monitor in demo mode</source><comment>chart-quality-demo</comment><translation>nicht gezählt: Monitor im Demo-Modus</translation></message>
<message><source>Compare</source><comment>compare-open</comment><translation>Vergleichen</translation></message>
<message><source>Course</source><comment>compare-title</comment><translation>Verlauf</translation></message>
<message><source>{0} · #{1}</source><comment>compare-who</comment><translation>{0} · #{1}</translation></message>
<message><source>Back to the session</source><comment>compare-back</comment><translation>Zurück zur Sitzung</translation></message>
<message><source>Only sessions recorded under patient id {0}: {1}, of them {2} with a treatment. Minute 0 is the start of the infusion, or the first dose.</source><comment>compare-guard</comment><translation>Nur Sitzungen unter der Patientennummer {0}: {1}, davon {2} mit Behandlung. Minute 0 ist der Beginn der Infusion oder die erste Gabe.</translation></message>
<message><source>Simulated sessions under patient id {0}: {1}, of them {2} with a treatment; real ones are never among them. Minute 0 is the start of the infusion, or the first dose.</source><comment>compare-guard-simulated</comment><translation>Simulierte Sitzungen unter der Patientennummer {0}: {1}, davon {2} mit Behandlung; echte sind nie darunter. Minute 0 ist der Beginn der Infusion oder die erste Gabe.</translation></message>
<message><source>This session has no patient id. It could be anybody's, so it is compared with nothing.</source><comment>compare-no-id</comment><translation>Diese Sitzung hat keine Patientennummer. Sie könnte von jeder Person sein und wird deshalb mit nichts verglichen.</translation></message>
<message><source>Nothing is recorded under patient id {0}.</source><comment>compare-none</comment><translation>Unter der Patientennummer {0} ist nichts aufgezeichnet.</translation></message>
<message><source>These sessions name different birth years ({0}): make sure that they are of one person.</source><comment>compare-years</comment><translation>Diese Sitzungen nennen verschiedene Geburtsjahre ({0}): prüfen, ob sie von einer Person sind.</translation></message>
<message><source>{0} older sessions are not shown.</source><comment>compare-older</comment><translation>{0} ältere Sitzungen sind nicht gezeigt.</translation></message>
<message><source>Not shown, because damaged: {0}.</source><comment>compare-unreadable</comment><translation>Nicht gezeigt, weil beschädigt: {0}.</translation></message>
<message><source>What is laid over one another</source><comment>compare-sign</comment><translation>Was übereinandergelegt wird</translation></message>
<message><source>Values or changes</source><comment>compare-as</comment><translation>Werte oder Änderungen</translation></message>
<message><source>Values</source><comment>compare-as-value</comment><translation>Werte</translation></message>
<message><source>From baseline</source><comment>compare-as-change</comment><translation>Ab Ruhewert</translation></message>
<message><source>{0}, {1}</source><comment>compare-unit</comment><translation>{0}, {1}</translation></message>
<message><source>{0}, {1}, difference from baseline</source><comment>compare-unit-change</comment><translation>{0}, {1}, Unterschied zum Ruhewert</translation></message>
<message><source>min</source><comment>compare-minutes</comment><translation>min</translation></message>
<message><source>start</source><comment>compare-start</comment><translation>Beginn</translation></message>
<message><source>{0} · {1}</source><comment>compare-label</comment><translation>{0} · {1}</translation></message>
<message><source>{0} · {1}   {2}</source><comment>compare-label-value</comment><translation>{0} · {1}   {2}</translation></message>
<message><source>Nothing to lay over one another: no session has these values.</source><comment>compare-no-curve</comment><translation>Nichts zum Übereinanderlegen: keine Sitzung hat diese Werte.</translation></message>
<message><source>No session has a resting value to count from.</source><comment>compare-no-baseline</comment><translation>Keine Sitzung hat einen Ruhewert, von dem aus gezählt werden kann.</translation></message>
<message><source>Sessions laid over one another. Left and right move the cursor.</source><comment>compare-plot</comment><translation>Übereinandergelegte Sitzungen. Links und rechts bewegen den Cursor.</translation></message>
<message><source>At {0} min: {1}</source><comment>compare-plot-at</comment><translation>Bei {0} min: {1}</translation></message>
<message><source>session {0}: {1}</source><comment>compare-plot-value</comment><translation>Sitzung {0}: {1}</translation></message>
<message><source>The course from session to session</source><comment>compare-panes</comment><translation>Der Verlauf von Sitzung zu Sitzung</translation></message>
<message><source>Dose, mg/kg</source><comment>compare-pane-dose</comment><translation>Dosis, mg/kg</translation></message>
<message><source>Peak SBP</source><comment>compare-pane-peak</comment><translation>Max. SYS</translation></message>
<message><source>Dissociation, worst</source><comment>compare-pane-dissociation</comment><translation>Dissoziation, stärkste</translation></message>
<message><source>PHQ-9 ●   MADRS ○</source><comment>compare-pane-mood</comment><translation>PHQ-9 ●   MADRS ○</translation></message>
<message><source>not recorded</source><comment>compare-pane-nothing</comment><translation>nicht erfasst</translation></message>
<message><source>The sessions of the course; the chosen one is drawn strong</source><comment>compare-table</comment><translation>Die Sitzungen des Verlaufs; die gewählte ist kräftig gezeichnet</translation></message>
<message><source>No.</source><comment>compare-column-number</comment><translation>Nr.</translation></message>
<message><source>Date</source><comment>compare-column-day</comment><translation>Datum</translation></message>
<message><source>Route</source><comment>compare-column-route</comment><translation>Weg</translation></message>
<message><source>mg</source><comment>compare-column-mg</comment><translation>mg</translation></message>
<message><source>mg/kg</source><comment>compare-column-mg-per-kg</comment><translation>mg/kg</translation></message>
<message><source>Baseline</source><comment>compare-column-rest</comment><translation>Ruhewert</translation></message>
<message><source>Peak SBP</source><comment>compare-column-sbp</comment><translation>Max. SYS</translation></message>
<message><source>Peak DBP</source><comment>compare-column-dbp</comment><translation>Max. DIA</translation></message>
<message><source>Peak HR</source><comment>compare-column-hr</comment><translation>Max. HF</translation></message>
<message><source>Dissoc.</source><comment>compare-column-dissociation</comment><translation>Dissoz.</translation></message>
<message><source>PHQ-9</source><comment>compare-column-phq9</comment><translation>PHQ-9</translation></message>
<message><source>MADRS</source><comment>compare-column-madrs</comment><translation>MADRS</translation></message>
<message><source>Given for the pressure</source><comment>compare-column-pressure</comment><translation>Gegen den Druck</translation></message>
<message><source>{0}  {1}</source><comment>compare-peak-change</comment><translation>{0}  {1}</translation></message>
<message><source>watched only</source><comment>compare-watched</comment><translation>nur Überwachung</translation></message>
<message><source>infusion paused</source><comment>compare-paused</comment><translation>Infusion pausiert</translation></message>
<message><source>rate lowered</source><comment>compare-rate-lowered</comment><translation>Rate gesenkt</translation></message>
<message><source>Clinic</source><comment>figures-open</comment><translation>Praxis</translation></message>
<message><source>The clinic's sessions</source><comment>figures-title</comment><translation>Die Sitzungen der Praxis</translation></message>
<message><source>Back to the sessions</source><comment>figures-back</comment><translation>Zurück zu den Sitzungen</translation></message>
<message><source>Period</source><comment>figures-span</comment><translation>Zeitraum</translation></message>
<message><source>Week</source><comment>figures-span-week</comment><translation>Woche</translation></message>
<message><source>Month</source><comment>figures-span-month</comment><translation>Monat</translation></message>
<message><source>Quarter</source><comment>figures-span-quarter</comment><translation>Quartal</translation></message>
<message><source>From – to</source><comment>figures-span-days</comment><translation>Von – bis</translation></message>
<message><source>Earlier</source><comment>figures-earlier</comment><translation>Früher</translation></message>
<message><source>Later</source><comment>figures-later</comment><translation>Später</translation></message>
<message><source>First day</source><comment>figures-from</comment><translation>Erster Tag</translation></message>
<message><source>Last day</source><comment>figures-to</comment><translation>Letzter Tag</translation></message>
<message><source>2026-09-30</source><comment>figures-day-example</comment><translation>2026-09-30</translation></message>
<message><source>Show</source><comment>figures-show</comment><translation>Zeigen</translation></message>
<message><source>Week {0}, {1}</source><comment>figures-week</comment><translation>Woche {0}, {1}</translation></message>
<message><source>Quarter {0}, {1}</source><comment>figures-quarter</comment><translation>Quartal {0}, {1}</translation></message>
<message><source>{0} – {1}</source><comment>figures-days</comment><translation>{0} – {1}</translation></message>
<message><source>{0} is “{1}”; expected a day such as 2026-09-30</source><comment>figures-bad-day</comment><translation>{0} ist „{1}“; erwartet wird ein Tag wie 2026-09-30</translation></message>
<message><source>the last day {1} lies before the first day {0}</source><comment>figures-days-turned</comment><translation>der letzte Tag {1} liegt vor dem ersten Tag {0}</translation></message>
<message><source>{0} to {1} are {2} days; at most {3} are shown at once</source><comment>figures-days-long</comment><translation>{0} bis {1} sind {2} Tage; höchstens {3} werden zugleich gezeigt</translation></message>
<message><source>Route</source><comment>figures-route</comment><translation>Weg</translation></message>
<message><source>All {0}</source><comment>figures-all</comment><translation>Alle {0}</translation></message>
<message><source>{0} {1}</source><comment>figures-route-count</comment><translation>{0} {1}</translation></message>
<message><source>Watched only {0}</source><comment>figures-watched</comment><translation>Nur überwacht {0}</translation></message>
<message><source>Nothing here is about a single patient: of fewer than {0} sessions no figures are shown.</source><comment>figures-nobody</comment><translation>Hier steht nichts über eine einzelne Person: von weniger als {0} Sitzungen werden keine Zahlen gezeigt.</translation></message>
<message><source>No sessions in this period.</source><comment>figures-none</comment><translation>Keine Sitzungen in diesem Zeitraum.</translation></message>
<message><source>Reading … {0} sessions so far.</source><comment>figures-reading</comment><translation>Wird gelesen … bisher {0} Sitzungen.</translation></message>
<message><source>from fewer than {0} sessions</source><comment>figures-few</comment><translation>aus weniger als {0} Sitzungen</translation></message>
<message><source>{0} sessions could not be read and are not counted.</source><comment>figures-unreadable</comment><translation>{0} Sitzungen waren nicht lesbar und sind nicht gezählt.</translation></message>
<message><source>One session could not be read and is not counted.</source><comment>figures-unreadable-one</comment><translation>Eine Sitzung war nicht lesbar und ist nicht gezählt.</translation></message>
<message><source>n {0} · median {1}</source><comment>figures-median</comment><translation>n {0} · Median {1}</translation></message>
<message><source>{0}: {1} values, median {2}, quartiles {3} and {4}</source><comment>figures-said</comment><translation>{0}: {1} Werte, Median {2}, Quartile {3} und {4}</translation></message>
<message><source>{0}: from fewer than {1} sessions</source><comment>figures-said-few</comment><translation>{0}: aus weniger als {1} Sitzungen</translation></message>
<message><source>Peak SBP, mmHg</source><comment>figures-peak-sbp</comment><translation>Max. SYS, mmHg</translation></message>
<message><source>Rise of SBP, mmHg</source><comment>figures-rise-sbp</comment><translation>Anstieg SYS, mmHg</translation></message>
<message><source>Length of session, min</source><comment>figures-lasted</comment><translation>Dauer der Sitzung, min</translation></message>
<message><source>End of drug to end of session, min</source><comment>figures-leaving</comment><translation>Ende der Gabe bis Sitzungsende, min</translation></message>
<message><source>Given, mg/kg</source><comment>figures-dose</comment><translation>Gegeben, mg/kg</translation></message>
<message><source>Alarm to answer, s</source><comment>figures-answer</comment><translation>Alarm bis Antwort, s</translation></message>
<message><source>Sessions</source><comment>figures-sessions</comment><translation>Sitzungen</translation></message>
<message><source>{0} h watched</source><comment>figures-hours</comment><translation>{0} h überwacht</translation></message>
<message><source>Alarms per hour</source><comment>figures-alarms</comment><translation>Alarme pro Stunde</translation></message>
<message><source>{0} high · {1} medium · {2} low</source><comment>figures-alarms-count</comment><translation>{0} hoch · {1} mittel · {2} niedrig</translation></message>
<message><source>Technical per hour</source><comment>figures-technical</comment><translation>Technische pro Stunde</translation></message>
<message><source>Cuff alarms confirmed</source><comment>figures-cuff</comment><translation>Druckalarme bestätigt</translation></message>
<message><source>{0} withdrawn · {1} undecided</source><comment>figures-cuff-rest</comment><translation>{0} zurückgen. · {1} offen</translation></message>
<message><source>Artefact share</source><comment>figures-artefacts</comment><translation>Anteil Artefakte</translation></message>
<message><source>{0} of {1} alarms</source><comment>figures-artefacts-of</comment><translation>{0} von {1} Alarmen</translation></message>
<message><source>Answered after</source><comment>figures-answered</comment><translation>Beantwortet nach</translation></message>
<message><source>median · {0} of {1} alarms</source><comment>figures-answered-of</comment><translation>Median · {0} von {1} Alarmen</translation></message>
<message><source>{0} s</source><comment>figures-seconds</comment><translation>{0} s</translation></message>
<message><source>{0} %</source><comment>figures-percent</comment><translation>{0} %</translation></message>
<message><source>Take the numbers along</source><comment>figures-take</comment><translation>Zahlen mitnehmen</translation></message>
<message><source>Save as</source><comment>figures-take-path</comment><translation>Speichern als</translation></message>
<message><source>Saved to {0}</source><comment>figures-taken</comment><translation>Gespeichert in {0}</translation></message>
<message><source>The day</source><comment>menu-day</comment><translation>Der Tag</translation></message>
<message><source>The day</source><comment>day-title</comment><translation>Der Tag</translation></message>
<message><source>Part of the day</source><comment>day-part</comment><translation>Teil des Tages</translation></message>
<message><source>Opening</source><comment>day-opening</comment><translation>Beginn</translation></message>
<message><source>Opening · {0} open</source><comment>day-opening-open</comment><translation>Beginn · {0} offen</translation></message>
<message><source>Opening · done</source><comment>day-opening-done</comment><translation>Beginn · fertig</translation></message>
<message><source>Today's list</source><comment>day-list</comment><translation>Heutige Liste</translation></message>
<message><source>Today's list · {0}</source><comment>day-list-count</comment><translation>Heutige Liste · {0}</translation></message>
<message><source>Closing</source><comment>day-closing</comment><translation>Abschluss</translation></message>
<message><source>Closing · {0} open</source><comment>day-closing-open</comment><translation>Abschluss · {0} offen</translation></message>
<message><source>Closing · done</source><comment>day-closing-done</comment><translation>Abschluss · fertig</translation></message>
<message><source>Downtime sheets</source><comment>day-paper</comment><translation>Ausfallblätter</translation></message>
<message><source>Back</source><comment>day-leave</comment><translation>Zurück</translation></message>
<message><source>Your initials</source><comment>day-who</comment><translation>Ihre Initialen</translation></message>
<message><source>Say first who you are: your initials, at the top right.</source><comment>day-who-missing</comment><translation>Sagen Sie zuerst, wer Sie sind: Ihre Initialen, oben rechts.</translation></message>
<message><source>{0} · {1}</source><comment>day-ticked</comment><translation>{0} · {1}</translation></message>
<message><source>taken back by {0} · {1}</source><comment>day-taken-back</comment><translation>zurückgenommen von {0} · {1}</translation></message>
<message><source>done</source><comment>day-is-done</comment><translation>fertig</translation></message>
<message><source>open</source><comment>day-is-open</comment><translation>offen</translation></message>
<message><source>Room</source><comment>day-room</comment><translation>Raum</translation></message>
<message><source>Sound of this computer</source><comment>day-item-sound</comment><translation>Ton dieses Computers</translation></message>
<message><source>not checked in this shift</source><comment>day-sound-due</comment><translation>in dieser Schicht nicht geprüft</translation></message>
<message><source>checked in this shift</source><comment>day-sound-done</comment><translation>in dieser Schicht geprüft</translation></message>
<message><source>Prescriber on site</source><comment>day-item-prescriber</comment><translation>Verordnender Arzt im Haus</translation></message>
<message><source>Oxygen: pressure, mask, tubing</source><comment>day-item-oxygen</comment><translation>Sauerstoff: Druck, Maske, Schlauch</translation></message>
<message><source>Suction works</source><comment>day-item-suction</comment><translation>Absaugung geht</translation></message>
<message><source>Emergency cart: sealed, in date</source><comment>day-item-cart</comment><translation>Notfallwagen: versiegelt, nicht verfallen</translation></message>
<message><source>Who is the prescriber?</source><comment>day-prescriber-name</comment><translation>Welcher Arzt verordnet?</translation></message>
<message><source>Name the prescriber who is on site.</source><comment>day-prescriber-missing</comment><translation>Den Arzt nennen, der im Haus ist.</translation></message>
<message><source>Chairs</source><comment>day-chairs</comment><translation>Plätze</translation></message>
<message><source>One chair fewer</source><comment>day-chairs-fewer</comment><translation>Ein Platz weniger</translation></message>
<message><source>One chair more</source><comment>day-chairs-more</comment><translation>Ein Platz mehr</translation></message>
<message><source>Chair {0}</source><comment>day-chair</comment><translation>Platz {0}</translation></message>
<message><source>Link</source><comment>day-item-link</comment><translation>Verbindung</translation></message>
<message><source>Its clock</source><comment>day-item-clock</comment><translation>Uhr des Monitors</translation></message>
<message><source>One cuff</source><comment>day-item-cuff</comment><translation>Eine Messung</translation></message>
<message><source>not connected yet</source><comment>day-no-device</comment><translation>noch nicht verbunden</translation></message>
<message><source>{0}: {1}</source><comment>day-device</comment><translation>{0}: {1}</translation></message>
<message><source>{0} · {1}</source><comment>day-cuff-was</comment><translation>{0} · {1}</translation></message>
<message><source>none yet today</source><comment>day-no-cuff</comment><translation>heute noch keine</translation></message>
<message><source>look yourself</source><comment>day-untold</comment><translation>selbst nachsehen</translation></message>
<message><source>A new line</source><comment>day-line-new</comment><translation>Neue Zeile</translation></message>
<message><source>Line of #{0}</source><comment>day-line-edit</comment><translation>Zeile von #{0}</translation></message>
<message><source>Time</source><comment>day-field-at</comment><translation>Zeit</translation></message>
<message><source>Note</source><comment>day-field-note</comment><translation>Notiz</translation></message>
<message><source>Chair</source><comment>day-field-chair</comment><translation>Platz</translation></message>
<message><source>Profile of limits</source><comment>day-field-profile</comment><translation>Grenzenprofil</translation></message>
<message><source>Any</source><comment>day-any</comment><translation>Beliebig</translation></message>
<message><source>Put on the list</source><comment>day-put</comment><translation>Auf die Liste</translation></message>
<message><source>Keep the change</source><comment>day-change</comment><translation>Änderung speichern</translation></message>
<message><source>Take off the list</source><comment>day-drop</comment><translation>Von der Liste</translation></message>
<message><source>Another line</source><comment>day-another</comment><translation>Weitere Zeile</translation></message>
<message><source>Begin the session</source><comment>day-begin</comment><translation>Sitzung beginnen</translation></message>
<message><source>#{0} is on today's list.</source><comment>day-kept</comment><translation>#{0} steht auf der heutigen Liste.</translation></message>
<message><source>#{0} is off today's list.</source><comment>day-dropped</comment><translation>#{0} ist von der heutigen Liste.</translation></message>
<message><source>#{0} is not on the list yet: put the line on it.</source><comment>day-scanned-new</comment><translation>#{0} ist noch nicht auf der Liste: Zeile auf die Liste setzen.</translation></message>
<message><source>From a file</source><comment>day-bring</comment><translation>Aus einer Datei</translation></message>
<message><source>CSV with the headings patient_id, initials, at, chair, profile, note; a line of a patient who is on the list already is replaced.</source><comment>day-bring-how</comment><translation>CSV mit den Überschriften patient_id, initials, at, chair, profile, note; die Zeile eines Patienten, der schon auf der Liste steht, wird ersetzt.</translation></message>
<message><source>File</source><comment>day-bring-path</comment><translation>Datei</translation></message>
<message><source>Take this file</source><comment>day-bring-take</comment><translation>Diese Datei nehmen</translation></message>
<message><source>Look for files</source><comment>day-bring-look</comment><translation>Dateien suchen</translation></message>
<message><source>No CSV file lies in {0}.</source><comment>day-bring-none</comment><translation>In {0} liegt keine CSV-Datei.</translation></message>
<message><source>Name the file first.</source><comment>day-bring-no-path</comment><translation>Zuerst die Datei nennen.</translation></message>
<message><source>{0} lines were taken from {1}.</source><comment>day-brought</comment><translation>{0} Zeilen aus {1} übernommen.</translation></message>
<message><source>Not finished</source><comment>day-unfinished</comment><translation>Nicht fertig</translation></message>
<message><source>Nothing is unsigned, unclaimed or due.</source><comment>day-nothing-unfinished</comment><translation>Alles ist unterschrieben, benannt und erledigt.</translation></message>
<message><source>Go there</source><comment>day-go-there</comment><translation>Dorthin</translation></message>
<message><source>Sent</source><comment>day-form-sent</comment><translation>Gesendet</translation></message>
<message><source>Vials of today, mg</source><comment>day-ledger</comment><translation>Ampullen heute, mg</translation></message>
<message><source>No vial was recorded today.</source><comment>day-no-ledger</comment><translation>Heute wurde keine Ampulle erfasst.</translation></message>
<message><source>Lot</source><comment>day-lot</comment><translation>Charge</translation></message>
<message><source>Drawn</source><comment>day-drawn</comment><translation>Aufgezogen</translation></message>
<message><source>Given</source><comment>day-given</comment><translation>Gegeben</translation></message>
<message><source>Thrown away</source><comment>day-wasted</comment><translation>Verworfen</translation></message>
<message><source>Missing</source><comment>day-missing</comment><translation>Offen</translation></message>
<message><source>no lot</source><comment>day-lot-none</comment><translation>ohne Charge</translation></message>
<message><source>{0} · vial {1}</source><comment>day-lot-vial</comment><translation>{0} · Ampulle {1}</translation></message>
<message><source>All</source><comment>day-sum</comment><translation>Alle</translation></message>
<message><source>Everything that was drawn is given or thrown away.</source><comment>day-ledger-right</comment><translation>Alles Aufgezogene ist gegeben oder verworfen.</translation></message>
<message><source>{0} mg are not accounted for.</source><comment>day-ledger-missing</comment><translation>Der Verbleib von {0} mg ist offen.</translation></message>
<message><source>{0} mg more are given or thrown away than were drawn.</source><comment>day-ledger-over</comment><translation>{0} mg mehr sind gegeben oder verworfen, als aufgezogen wurden.</translation></message>
<message><source>Pumps of today, mL</source><comment>day-pumps</comment><translation>Pumpen heute, ml</translation></message>
<message><source>No infusion was recorded today.</source><comment>day-no-pumps</comment><translation>Heute wurde keine Infusion aufgezeichnet.</translation></message>
<message><source>Calculated</source><comment>day-pump-calculated</comment><translation>Berechnet</translation></message>
<message><source>By the pump</source><comment>day-pump-said</comment><translation>Laut Pumpe</translation></message>
<message><source>not entered</source><comment>day-pump-untold</comment><translation>nicht eingetragen</translation></message>
<message><source>The day is closed</source><comment>day-item-closed</comment><translation>Der Tag ist abgeschlossen</translation></message>
<message><source>{0} open</source><comment>day-closed-open</comment><translation>{0} offen</translation></message>
<message><source>nothing open</source><comment>day-closed-clean</comment><translation>nichts offen</translation></message>
<message><source>Paper for when the computer fails</source><comment>day-paper-title</comment><translation>Papier für den Ausfall des Computers</translation></message>
<message><source>One page for each patient: who, weight, plan, screening, a table of vital signs, drug and waste, criteria of leaving, signatures. Print them in the morning, and keep them at the chairs.</source><comment>day-paper-what</comment><translation>Eine Seite je Patient: wer, Gewicht, Plan, Screening, eine Tabelle der Vitalwerte, Mittel und Verwurf, Kriterien zum Gehen, Unterschriften. Morgens drucken und an den Plätzen bereithalten.</translation></message>
<message><source>For whom</source><comment>day-paper-for</comment><translation>Für wen</translation></message>
<message><source>Today's list ({0})</source><comment>day-paper-list</comment><translation>Heutige Liste ({0})</translation></message>
<message><source>Blank</source><comment>day-paper-blank</comment><translation>Leer</translation></message>
<message><source>Save as PDF</source><comment>day-paper-save</comment><translation>Als PDF speichern</translation></message>
<message><source>Print</source><comment>day-paper-print</comment><translation>Drucken</translation></message>
<message><source>Kept as {0}.</source><comment>day-paper-saved</comment><translation>Gespeichert als {0}.</translation></message>
<message><source>Printed on {0}.</source><comment>day-paper-printed</comment><translation>Gedruckt auf {0}.</translation></message>
<message><source>{0} cannot be written; choose another place.</source><comment>day-paper-failed</comment><translation>{0} kann nicht geschrieben werden; einen anderen Ort wählen.</translation></message>
<message><source>There is no printer. {0}</source><comment>day-paper-no-printer</comment><translation>Kein Drucker vorhanden. {0}</translation></message>
<message><source>#{0} is on chair {1}.</source><comment>scan-on-chair</comment><translation>#{0} ist an Platz {1}.</translation></message>
<message><source>Something was scanned that nothing here takes.</source><comment>scan-of-nobody</comment><translation>Etwas wurde gescannt, das hier nichts annimmt.</translation></message>
<message><source>Treatment on paper</source><comment>downtime-title</comment><translation>Behandlung auf Papier</translation></message>
<message><source>Computer down. Enter it afterwards, with its true times.</source><comment>downtime-why</comment><translation>Computer ausgefallen. Danach mit den wahren Zeiten nachtragen.</translation></message>
<message><source>Date</source><comment>downtime-date</comment><translation>Datum</translation></message>
<message><source>Chair</source><comment>downtime-chair</comment><translation>Platz</translation></message>
<message><source>Patient id</source><comment>downtime-patient</comment><translation>Patientennummer</translation></message>
<message><source>Initials</source><comment>downtime-initials</comment><translation>Initialen</translation></message>
<message><source>Birth year</source><comment>downtime-born</comment><translation>Geburtsjahr</translation></message>
<message><source>Weight</source><comment>downtime-weight</comment><translation>Gewicht</translation></message>
<message><source>____ kg (was {0} kg, {1} lb)</source><comment>downtime-weight-last</comment><translation>____ kg (zuletzt {0} kg, {1} lb)</translation></message>
<message><source>Session</source><comment>downtime-session</comment><translation>Sitzung</translation></message>
<message><source>{0} of {1}</source><comment>downtime-of</comment><translation>{0} von {1}</translation></message>
<message><source>Risks</source><comment>downtime-risks</comment><translation>Risiken</translation></message>
<message><source>Note</source><comment>downtime-note</comment><translation>Notiz</translation></message>
<message><source>Route</source><comment>downtime-route</comment><translation>Weg</translation></message>
<message><source>____ mg/kg  =  ____ mg  =  ____ mL    over ____ min</source><comment>downtime-dose-blank</comment><translation>____ mg/kg  =  ____ mg  =  ____ ml    über ____ min</translation></message>
<message><source>last time {0} mg, peak {1}</source><comment>downtime-last-dose</comment><translation>zuletzt {0} mg, Spitze {1}</translation></message>
<message><source>last time {0} mg</source><comment>downtime-last-dose-only</comment><translation>zuletzt {0} mg</translation></message>
<message><source>Concentration ____ mg/mL   Rate ____ mL/h   Second person ________</source><comment>downtime-concentration</comment><translation>Konzentration ____ mg/ml   Rate ____ ml/h   Zweite Person ________</translation></message>
<message><source>Before: tick what is so</source><comment>downtime-screening</comment><translation>Vorher: Zutreffendes ankreuzen</translation></message>
<message><source>Stops it</source><comment>downtime-screen-stop</comment><translation>Spricht dagegen</translation></message>
<message><source>Provider decides</source><comment>downtime-screen-ask</comment><translation>Arzt entscheidet</translation></message>
<message><source>Escort, phone ____________  Fasting since ____  Consent □    Go □  Caution □  No-go □  by ________</source><comment>downtime-screen-text</comment><translation>Begleitung, Tel. ____________  Nüchtern seit ____  Einwilligung □    Ja □  Vorsicht □  Nein □  durch ________</translation></message>
<message><source>pregnancy test positive</source><comment>downtime-ask-pregnancy</comment><translation>Schwangerschaftstest positiv</translation></message>
<message><source>blood pressure medicine missed</source><comment>downtime-ask-medication</comment><translation>Blutdruckmittel ausgelassen</translation></message>
<message><source>benzodiazepine, stimulant or MAO inhibitor today</source><comment>downtime-ask-interacting-drug</comment><translation>heute Benzodiazepin, Stimulans oder MAO-Hemmer</translation></message>
<message><source>During and after</source><comment>downtime-table</comment><translation>Während und danach</translation></message>
<message><source>Time</source><comment>downtime-time</comment><translation>Zeit</translation></message>
<message><source>min</source><comment>downtime-min</comment><translation>min</translation></message>
<message><source>before</source><comment>downtime-before</comment><translation>vorher</translation></message>
<message><source>BP</source><comment>downtime-bp</comment><translation>BD</translation></message>
<message><source>HR</source><comment>downtime-hr</comment><translation>HF</translation></message>
<message><source>SpO₂</source><comment>downtime-spo2</comment><translation>SpO₂</translation></message>
<message><source>MOAA/S</source><comment>downtime-moaa-s</comment><translation>MOAA/S</translation></message>
<message><source>Symptoms, drugs, what was done</source><comment>downtime-notes</comment><translation>Symptome, Mittel, Maßnahmen</translation></message>
<message><source>Drug</source><comment>downtime-drug</comment><translation>Medikament</translation></message>
<message><source>Lot __________  expiry ________  drawn ____ mg  by ______   start ____  end ____</source><comment>downtime-vial</comment><translation>Charge _________  Verfall _______  aufgezogen ____ mg  durch ______  Beginn ____  Ende ____</translation></message>
<message><source>Given ____ mg  by the pump ____ mL   thrown away ____ mg  by ______  witness ______</source><comment>downtime-given</comment><translation>Gegeben ____ mg  laut Pumpe ____ ml   verworfen ____ mg  durch ______  Zeuge ______</translation></message>
<message><source>Before leaving: tick what is true</source><comment>downtime-leaving</comment><translation>Vor dem Gehen: Zutreffendes ankreuzen</translation></message>
<message><source>60 min after the end (nasal: 120 min after the first device)</source><comment>downtime-leave-time</comment><translation>60 min nach dem Ende (nasal: 120 min nach dem ersten Spray)</translation></message>
<message><source>Two pressures 10 min apart, not rising, below 150/95</source><comment>downtime-leave-bp</comment><translation>Zwei Drücke, 10 min Abstand, nicht steigend, unter 150/95</translation></message>
<message><source>Heart rate 50 to 100, or within 20 % of before</source><comment>downtime-leave-hr</comment><translation>Herzfrequenz 50 bis 100 oder bis 20 % von vorher entfernt</translation></message>
<message><source>SpO₂ as before, or 94 % and more on room air</source><comment>downtime-leave-spo2</comment><translation>SpO₂ wie vorher, oder ab 94 % bei Raumluft</translation></message>
<message><source>Standing at 1 and 3 min: 65 years, dizzy, or a drug given</source><comment>downtime-leave-standing</comment><translation>Stehen, 1 und 3 min: ab 65 Jahren, bei Schwindel oder Mittel</translation></message>
<message><source>Repeat at once and call the provider: 180/110 or more, chest pain, breathless, severe headache, SpO₂ below 88, not rousable.</source><comment>downtime-call</comment><translation>Sofort nachmessen und den Arzt rufen: ab 180/110, Brustschmerz, Atemnot, starke Kopfschmerzen, SpO₂ unter 88, nicht erweckbar.</translation></message>
<message><source>Nurse __________________    Provider __________________    Left at ________</source><comment>downtime-signed</comment><translation>Pflege __________________    Arzt __________________    Gegangen um ________</translation></message>
<message><source>Made {0}</source><comment>downtime-made</comment><translation>Erstellt {0}</translation></message>
<message><source>ECG</source><comment>wave-ecg</comment><translation>EKG</translation></message>
<message><source>Pleth</source><comment>wave-pleth</comment><translation>Pleth</translation></message>
<message><source>no wave from the monitor</source><comment>wave-none</comment><translation>keine Kurve vom Monitor</translation></message>
<message><source>time runs too fast to draw the wave</source><comment>wave-too-fast</comment><translation>Zeit läuft zu schnell für die Kurve</translation></message>
<message><source>Show waves</source><comment>menu-waves</comment><translation>Kurven zeigen</translation></message>
<message><source>Hide waves</source><comment>menu-waves-hide</comment><translation>Kurven verbergen</translation></message>
<message><source>Monitors</source><comment>menu-devices</comment><translation>Monitore</translation></message>
<message><source>Monitor</source><comment>top-device</comment><translation>Monitor</translation></message>
<message><source>{0} monitors</source><comment>top-devices</comment><translation>{0} Monitore</translation></message>
<message><source>connected</source><comment>top-device-up</comment><translation>verbunden</translation></message>
<message><source>not connected</source><comment>top-device-down</comment><translation>nicht verbunden</translation></message>
<message><source>from {0}</source><comment>numeral-from</comment><translation>von {0}</translation></message>
<message><source>Ivy</source><comment>maker-ivy-450c</comment><translation>Ivy</translation></message>
<message><source>DINAMAP</source><comment>maker-dinamap</comment><translation>DINAMAP</translation></message>
<message><source>IntelliVue</source><comment>maker-philips-intellivue</comment><translation>IntelliVue</translation></message>
<message><source>S/5</source><comment>maker-ge-s5</comment><translation>S/5</translation></message>
<message><source>Dash</source><comment>maker-ge-dash</comment><translation>Dash</translation></message>
<message><source>PAR</source><comment>maker-par-nibp2010</comment><translation>PAR</translation></message>
<message><source>PM6750</source><comment>maker-berry-pm6750</comment><translation>PM6750</translation></message>
<message><source>SunTech</source><comment>maker-suntech-oem</comment><translation>SunTech</translation></message>
<message><source>Omron</source><comment>maker-omron-hbp9030</comment><translation>Omron</translation></message>
<message><source>A&amp;D</source><comment>maker-and-tm2657</comment><translation>A&amp;D</translation></message>
<message><source>Masimo</source><comment>maker-masimo-ascii</comment><translation>Masimo</translation></message>
<message><source>Nonin</source><comment>maker-nonin-df2</comment><translation>Nonin</translation></message>
<message><source>Nonin</source><comment>maker-nonin-df7</comment><translation>Nonin</translation></message>
<message><source>Nellcor</source><comment>maker-nellcor-n560</comment><translation>Nellcor</translation></message>
<message><source>Contec</source><comment>maker-contec-cms50</comment><translation>Contec</translation></message>
<message><source>{0} {1}</source><comment>maker-numbered</comment><translation>{0} {1}</translation></message>
<message><source>Monitors</source><comment>devices-title</comment><translation>Monitore</translation></message>
<message><source>No monitor belongs to this chair.</source><comment>devices-none</comment><translation>Zu diesem Platz gehört kein Monitor.</translation></message>
<message><source>connected</source><comment>devices-state-up</comment><translation>verbunden</translation></message>
<message><source>silent</source><comment>devices-state-silent</comment><translation>still</translation></message>
<message><source>not connected</source><comment>devices-state-down</comment><translation>nicht verbunden</translation></message>
<message><source>waiting</source><comment>devices-state-waiting</comment><translation>wartet</translation></message>
<message><source>on {0}</source><comment>devices-url</comment><translation>an {0}</translation></message>
<message><source>Bytes</source><comment>devices-bytes</comment><translation>Bytes</translation></message>
<message><source>Frames</source><comment>devices-frames</comment><translation>Pakete</translation></message>
<message><source>Bad frames</source><comment>devices-errors</comment><translation>Fehlerhafte</translation></message>
<message><source>Last frame</source><comment>devices-last-frame</comment><translation>Letztes Paket</translation></message>
<message><source>Round trip</source><comment>devices-round-trip</comment><translation>Laufzeit</translation></message>
<message><source>Its clock</source><comment>devices-clock</comment><translation>Seine Uhr</translation></message>
<message><source>Last bad frame: {0}</source><comment>devices-last-error</comment><translation>Letztes fehlerhaftes: {0}</translation></message>
<message><source>none yet</source><comment>devices-never</comment><translation>noch keines</translation></message>
<message><source>{0} s ago</source><comment>devices-ago-s</comment><translation>vor {0} s</translation></message>
<message><source>it only talks</source><comment>devices-only-talks</comment><translation>sendet nur</translation></message>
<message><source>{0} ms</source><comment>devices-ms</comment><translation>{0} ms</translation></message>
<message><source>{0} min {1} s</source><comment>span-min-s</comment><translation>{0} min {1} s</translation></message>
<message><source>{0} days</source><comment>span-d</comment><translation>{0} Tage</translation></message>
<message><source>not told</source><comment>devices-clock-untold</comment><translation>unbekannt</translation></message>
<message><source>right</source><comment>devices-clock-right</comment><translation>richtig</translation></message>
<message><source>{0} behind</source><comment>devices-clock-behind</comment><translation>{0} nach</translation></message>
<message><source>{0} ahead</source><comment>devices-clock-ahead</comment><translation>{0} vor</translation></message>
<message><source>Taken from here: {0}</source><comment>devices-taken</comment><translation>Von hier genommen: {0}</translation></message>
<message><source>Nothing is taken from here now.</source><comment>devices-taken-none</comment><translation>Von hier wird jetzt nichts genommen.</translation></message>
<message><source>Stands by: {0}</source><comment>devices-stand-by</comment><translation>In Reserve: {0}</translation></message>
<message><source>Take {0} from here</source><comment>devices-take</comment><translation>{0} von hier nehmen</translation></message>
<message><source>Chairside may start this cuff, at most every 2 minutes.</source><comment>devices-cuff-may</comment><translation>Chairside darf diese Manschette starten, höchstens alle 2 Minuten.</translation></message>
<message><source>Chairside may not start this cuff.</source><comment>devices-cuff-may-not</comment><translation>Chairside darf diese Manschette nicht starten.</translation></message>
<message><source>Allow cuff start</source><comment>devices-cuff-allow</comment><translation>Start erlauben</translation></message>
<message><source>Forbid cuff start</source><comment>devices-cuff-forbid</comment><translation>Start verbieten</translation></message>
<message><source>Start cuff now</source><comment>devices-cuff-start</comment><translation>Jetzt messen</translation></message>
<message><source>Yes, use it</source><comment>devices-stranger-yes</comment><translation>Ja, verwenden</translation></message>
<message><source>Raw bytes, newest last</source><comment>devices-tail</comment><translation>Rohe Bytes, neueste zuletzt</translation></message>
<message><source>No byte has come or gone yet.</source><comment>devices-tail-none</comment><translation>Noch kein Byte kam oder ging.</translation></message>
<message><source>in</source><comment>devices-rx</comment><translation>ein</translation></message>
<message><source>out</source><comment>devices-tx</comment><translation>aus</translation></message>
<message><source>Start cuff on {0}</source><comment>cuff-start</comment><translation>Messung an {0}</translation></message>
<message><source>Cuff of {0} asked to start</source><comment>cuff-start-noted</comment><translation>Messung an {0} verlangt</translation></message>
<message><source>{0} from {1}</source><comment>devices-asked-take</comment><translation>{0} von {1}</translation></message>
<message><source>Start of the cuff of {0} allowed</source><comment>devices-asked-cuff-on</comment><translation>Start der Manschette von {0} erlaubt</translation></message>
<message><source>Start of the cuff of {0} no longer allowed</source><comment>devices-asked-cuff-off</comment><translation>Start der Manschette von {0} nicht mehr erlaubt</translation></message>
<message><source>The other adapter of {0} is used</source><comment>devices-asked-stranger</comment><translation>Der andere Adapter von {0} wird verwendet</translation></message>
<message><source>Scores</source><comment>menu-scores</comment><translation>Skalen</translation></message>
<message><source>Pump and drug</source><comment>menu-pump</comment><translation>Pumpe und Mittel</translation></message>
<message><source>Now</source><comment>when-now</comment><translation>Jetzt</translation></message>
<message><source>{0} min ago</source><comment>when-ago</comment><translation>vor {0} min</translation></message>
<message><source>Earlier</source><comment>when-earlier</comment><translation>Früher</translation></message>
<message><source>Point</source><comment>pad-point</comment><translation>Komma</translation></message>
<message><source>{0}: {1} {2}</source><comment>pad-spoken</comment><translation>{0}: {1} {2}</translation></message>
<message><source>What happened?</source><comment>note-title</comment><translation>Was ist passiert?</translation></message>
<message><source>Dissociation</source><comment>note-dissociation</comment><translation>Dissoziation</translation></message>
<message><source>Nausea</source><comment>note-nausea</comment><translation>Übelkeit</translation></message>
<message><source>Vomiting</source><comment>note-vomiting</comment><translation>Erbrechen</translation></message>
<message><source>Dizziness</source><comment>note-dizziness</comment><translation>Schwindel</translation></message>
<message><source>Headache</source><comment>note-headache</comment><translation>Kopfschmerz</translation></message>
<message><source>Anxiety</source><comment>note-anxiety</comment><translation>Angst</translation></message>
<message><source>Chest pain</source><comment>note-chest-pain</comment><translation>Brustschmerz</translation></message>
<message><source>Visual sign</source><comment>note-visual-sign</comment><translation>Sehstörung</translation></message>
<message><source>Breathless</source><comment>note-dyspnoea</comment><translation>Atemnot</translation></message>
<message><source>Severe headache</source><comment>note-severe-headache</comment><translation>Starker Kopfschmerz</translation></message>
<message><source>Neurological sign</source><comment>note-neurological-sign</comment><translation>Neurol. Zeichen</translation></message>
<message><source>Seizure</source><comment>note-seizure</comment><translation>Krampfanfall</translation></message>
<message><source>Unresponsive</source><comment>note-unresponsive</comment><translation>Nicht ansprechbar</translation></message>
<message><source>Drug given</source><comment>note-drug-given</comment><translation>Medikament gegeben</translation></message>
<message><source>Note</source><comment>note-free-text</comment><translation>Notiz</translation></message>
<message><source>Emergency symptoms – sound at once</source><comment>note-emergencies</comment><translation>Notfallzeichen – sofort Alarm</translation></message>
<message><source>Also noted</source><comment>note-usual</comment><translation>Außerdem</translation></message>
<message><source>Drug …</source><comment>note-drug</comment><translation>Medikament …</translation></message>
<message><source>Own words …</source><comment>note-own</comment><translation>Eigene Worte …</translation></message>
<message><source>Scores …</source><comment>note-scores</comment><translation>Skalen …</translation></message>
<message><source>MOAA/S, PHQ-9 …</source><comment>note-scores-which</comment><translation>MOAA/S, PHQ-9 …</translation></message>
<message><source>Distress</source><comment>note-distress</comment><translation>Unruhe</translation></message>
<message><source>patient is frightened</source><comment>note-distress-who</comment><translation>Patient hat Angst</translation></message>
<message><source>Calm again</source><comment>note-distress-over</comment><translation>Wieder ruhig</translation></message>
<message><source>Off monitor</source><comment>note-away</comment><translation>Nicht am Monitor</translation></message>
<message><source>toilet, escorted</source><comment>note-away-who</comment><translation>Toilette, begleitet</translation></message>
<message><source>Back at the chair</source><comment>note-away-back</comment><translation>Wieder am Platz</translation></message>
<message><source>Notes</source><comment>note-all</comment><translation>Notizen</translation></message>
<message><source>Open · {0}</source><comment>note-all-open</comment><translation>Offen · {0}</translation></message>
<message><source>since {0}</source><comment>note-since</comment><translation>seit {0}</translation></message>
<message><source>{0} to {1}</source><comment>note-from-to</comment><translation>{0} bis {1}</translation></message>
<message><source>Over</source><comment>note-over</comment><translation>Vorbei</translation></message>
<message><source>{0} is over</source><comment>note-over-name</comment><translation>{0} ist vorbei</translation></message>
<message><source>{0} is open, {1}.</source><comment>note-open-already</comment><translation>{0} ist offen, {1}.</translation></message>
<message><source>It is over</source><comment>note-is-over</comment><translation>Es ist vorbei</translation></message>
<message><source>It happened again</source><comment>note-again</comment><translation>Es trat wieder auf</translation></message>
<message><source>Own words, then Enter</source><comment>note-text-hint</comment><translation>Eigene Worte, dann Enter</translation></message>
<message><source>Save text</source><comment>note-text-save</comment><translation>Text speichern</translation></message>
<message><source>Note in your own words</source><comment>note-text-field</comment><translation>Notiz in eigenen Worten</translation></message>
<message><source>Nothing was noted yet.</source><comment>notes-none</comment><translation>Noch nichts notiert.</translation></message>
<message><source>{0} · saving…</source><comment>toast-saving</comment><translation>{0} · wird gespeichert…</translation></message>
<message><source>{0} · saved</source><comment>toast-saved</comment><translation>{0} · gespeichert</translation></message>
<message><source>{0} · undone, stays in the record struck through</source><comment>toast-undone</comment><translation>{0} · zurückgenommen, bleibt durchgestrichen stehen</translation></message>
<message><source>{0} {1}</source><comment>toast-what</comment><translation>{0} {1}</translation></message>
<message><source>Undo</source><comment>undo</comment><translation>Rückgängig</translation></message>
<message><source>{0} is over</source><comment>noted-over</comment><translation>{0} ist vorbei</translation></message>
<message><source>Distress</source><comment>noted-distress</comment><translation>Unruhe</translation></message>
<message><source>Calm again</source><comment>noted-calm</comment><translation>Wieder ruhig</translation></message>
<message><source>Off the monitor, escorted</source><comment>noted-away</comment><translation>Nicht am Monitor, begleitet</translation></message>
<message><source>Back at the chair</source><comment>noted-back</comment><translation>Wieder am Platz</translation></message>
<message><source>{0} given</source><comment>noted-drug</comment><translation>{0} gegeben</translation></message>
<message><source>{0} {1} {2} given</source><comment>noted-drug-dose</comment><translation>{0} {1} {2} gegeben</translation></message>
<message><source>{0}: {1}</source><comment>noted-score</comment><translation>{0}: {1}</translation></message>
<message><source>{0} breaths a minute, counted</source><comment>noted-breaths</comment><translation>{0} Atemzüge pro Minute, gezählt</translation></message>
<message><source>BP {0}/{1} standing, {2} min</source><comment>noted-standing</comment><translation>BD {0}/{1} im Stehen, {2} min</translation></message>
<message><source>Skipped: {0}</source><comment>noted-skipped</comment><translation>Ausgelassen: {0}</translation></message>
<message><source>Rate {0}</source><comment>noted-rate</comment><translation>Rate {0}</translation></message>
<message><source>The pump stands</source><comment>noted-pump-stands</comment><translation>Die Pumpe steht</translation></message>
<message><source>The pump still runs</source><comment>noted-pump-runs</comment><translation>Die Pumpe läuft noch</translation></message>
<message><source>Infusion paused</source><comment>noted-pause</comment><translation>Infusion angehalten</translation></message>
<message><source>Infusion goes on</source><comment>noted-resume</comment><translation>Infusion läuft weiter</translation></message>
<message><source>Infusion stopped</source><comment>noted-stop</comment><translation>Infusion beendet</translation></message>
<message><source>Pump says {0} mL</source><comment>noted-volume</comment><translation>Pumpe zeigt {0} ml</translation></message>
<message><source>{0} mg wasted, witness {1}</source><comment>noted-waste</comment><translation>{0} mg verworfen, Zeuge {1}</translation></message>
<message><source>Provider called</source><comment>noted-provider</comment><translation>Arzt gerufen</translation></message>
<message><source>Score {0} and below sounds at once.</source><comment>sedation-told</comment><translation>Bei {0} und darunter sofort Alarm.</translation></message>
<message><source>Sedation score {0}</source><comment>sedation-noted</comment><translation>Sedierung {0}</translation></message>
<message><source>Blood pressure by hand</source><comment>cuff-title</comment><translation>Blutdruck von Hand</translation></message>
<message><source>Systolic</source><comment>cuff-sbp</comment><translation>Systolisch</translation></message>
<message><source>Diastolic</source><comment>cuff-dbp</comment><translation>Diastolisch</translation></message>
<message><source>Store</source><comment>cuff-store</comment><translation>Speichern</translation></message>
<message><source>mmHg</source><comment>cuff-unit</comment><translation>mmHg</translation></message>
<message><source>Delete</source><comment>cuff-back</comment><translation>Löschen</translation></message>
<message><source>Digit {0}</source><comment>cuff-digit</comment><translation>Ziffer {0}</translation></message>
<message><source>Type both pressures.</source><comment>cuff-missing</comment><translation>Beide Werte eingeben.</translation></message>
<message><source>Unusual reading: check the numbers. It can be stored.</source><comment>cuff-odd</comment><translation>Ungewöhnlicher Wert: bitte prüfen. Er kann gespeichert werden.</translation></message>
<message><source>Enter stores it, measured {0}.</source><comment>cuff-ready</comment><translation>Enter speichert, gemessen {0}.</translation></message>
<message><source>BP {0}/{1} by hand</source><comment>cuff-noted</comment><translation>BD {0}/{1} von Hand</translation></message>
<message><source>Store it so</source><comment>cuff-store-odd</comment><translation>So speichern</translation></message>
<message><source>Blood pressure standing</source><comment>cuff-title-standing</comment><translation>Blutdruck im Stehen</translation></message>
<message><source>After {0} min</source><comment>cuff-standing</comment><translation>Nach {0} min</translation></message>
<message><source>No symptoms</source><comment>cuff-well</comment><translation>Beschwerdefrei</translation></message>
<message><source>Dizzy or unwell</source><comment>cuff-dizzy</comment><translation>Schwindlig, unwohl</translation></message>
<message><source>Any symptoms while standing?</source><comment>cuff-symptoms</comment><translation>Beschwerden im Stehen?</translation></message>
<message><source>Breaths by hand</source><comment>breaths-title</comment><translation>Atemzüge zählen</translation></message>
<message><source>Start</source><comment>breaths-start</comment><translation>Start</translation></message>
<message><source>then tap at each breath, 30 s</source><comment>breaths-start-detail</comment><translation>dann bei jedem Atemzug tippen, 30 s</translation></message>
<message><source>tap at each breath · {0} s</source><comment>breaths-tap</comment><translation>bei jedem Atemzug tippen · {0} s</translation></message>
<message><source>in 30 s</source><comment>breaths-over</comment><translation>in 30 s</translation></message>
<message><source>Anew</source><comment>breaths-anew</comment><translation>Neu</translation></message>
<message><source>or type it</source><comment>breaths-typed</comment><translation>oder eingeben</translation></message>
<message><source>1/min</source><comment>breaths-unit</comment><translation>1/min</translation></message>
<message><source>Count for 30 s, or type it.</source><comment>breaths-how</comment><translation>30 s lang zählen oder eingeben.</translation></message>
<message><source>{0} breaths a minute</source><comment>breaths-rate</comment><translation>{0} Atemzüge pro Minute</translation></message>
<message><source>Drug given</source><comment>drug-title</comment><translation>Medikament gegeben</translation></message>
<message><source>For the record only: nothing is advised or worked out here.</source><comment>drug-told</comment><translation>Nur zur Dokumentation: hier wird nichts empfohlen oder berechnet.</translation></message>
<message><source>Name of the drug</source><comment>drug-name</comment><translation>Name des Medikaments</translation></message>
<message><source>Another drug …</source><comment>drug-name-hint</comment><translation>Anderes Mittel …</translation></message>
<message><source>Go on</source><comment>drug-onward</comment><translation>Weiter</translation></message>
<message><source>Only note that a drug was given</source><comment>drug-only</comment><translation>Nur notieren, dass etwas gegeben wurde</translation></message>
<message><source>Dose</source><comment>drug-dose</comment><translation>Dosis</translation></message>
<message><source>Ordered by …</source><comment>drug-ordered</comment><translation>Angeordnet von …</translation></message>
<message><source>not said</source><comment>drug-ordered-nobody</comment><translation>nicht genannt</translation></message>
<message><source>Who ordered it?</source><comment>drug-orderer</comment><translation>Wer hat es angeordnet?</translation></message>
<message><source>Record it</source><comment>drug-store</comment><translation>Eintragen</translation></message>
<message><source>Scores</source><comment>scores-title</comment><translation>Skalen</translation></message>
<message><source>{0} · {1}</source><comment>score-asked</comment><translation>{0} · {1}</translation></message>
<message><source>{0} {1}: {2}</source><comment>score-name</comment><translation>{0} {1}: {2}</translation></message>
<message><source>{0} · {1}</source><comment>score-last</comment><translation>{0} · {1}</translation></message>
<message><source>{0} of {1}, {2} so far</source><comment>score-so-far</comment><translation>{0} von {1}, bisher {2}</translation></message>
<message><source>{0} · {1}</source><comment>score-total</comment><translation>{0} · {1}</translation></message>
<message><source>Only the total</source><comment>score-only-total</comment><translation>Nur die Summe</translation></message>
<message><source>Total</source><comment>score-total-typed</comment><translation>Summe</translation></message>
<message><source>Type a total from {0} to {1}.</source><comment>score-bounds</comment><translation>Eine Summe von {0} bis {1} eingeben.</translation></message>
<message><source>Choose an answer above; it is kept with the total.</source><comment>score-ninth-missing</comment><translation>Oben eine Antwort wählen; sie wird mit der Summe gespeichert.</translation></message>
<message><source>response (first {0})</source><comment>score-responded</comment><translation>Ansprechen (zuerst {0})</translation></message>
<message><source>first {0}</source><comment>score-from-first</comment><translation>zuerst {0}</translation></message>
<message><source>Awake</source><comment>moaa-s-short-5</comment><translation>Wach</translation></message>
<message><source>Drowsy</source><comment>moaa-s-short-4</comment><translation>Müde</translation></message>
<message><source>Loud call</source><comment>moaa-s-short-3</comment><translation>Rufen</translation></message>
<message><source>Shake</source><comment>moaa-s-short-2</comment><translation>Rütteln</translation></message>
<message><source>Squeeze</source><comment>moaa-s-short-1</comment><translation>Schmerz</translation></message>
<message><source>Nothing</source><comment>moaa-s-short-0</comment><translation>Nichts</translation></message>
<message><source>No thoughts of suicide</source><comment>result-none</comment><translation>Keine Suizidgedanken</translation></message>
<message><source>Thoughts, no plan</source><comment>result-ideation</comment><translation>Gedanken, kein Plan</translation></message>
<message><source>Intent or plan: the provider must see the patient</source><comment>result-intent-or-plan</comment><translation>Absicht oder Plan: Der Arzt muss den Patienten sehen</translation></message>
<message><source>None</source><comment>result-short-none</comment><translation>Keine</translation></message>
<message><source>Thoughts</source><comment>result-short-ideation</comment><translation>Gedanken</translation></message>
<message><source>Intent, plan</source><comment>result-short-intent-or-plan</comment><translation>Absicht, Plan</translation></message>
<message><source>Moving</source><comment>item-short-aldrete-activity</comment><translation>Bewegung</translation></message>
<message><source>Breathing</source><comment>item-short-aldrete-breathing</comment><translation>Atmung</translation></message>
<message><source>Pressure</source><comment>item-short-aldrete-circulation</comment><translation>Druck</translation></message>
<message><source>Awake</source><comment>item-short-aldrete-consciousness</comment><translation>Wachheit</translation></message>
<message><source>Oxygen</source><comment>item-short-aldrete-oxygen</comment><translation>Sauerstoff</translation></message>
<message><source>Vitals</source><comment>item-short-padss-vitals</comment><translation>Vitalwerte</translation></message>
<message><source>Walking</source><comment>item-short-padss-walking</comment><translation>Gehen</translation></message>
<message><source>Nausea</source><comment>item-short-padss-nausea</comment><translation>Übelkeit</translation></message>
<message><source>Pain</source><comment>item-short-padss-pain</comment><translation>Schmerz</translation></message>
<message><source>Bleeding</source><comment>item-short-padss-bleeding</comment><translation>Blutung</translation></message>
<message><source>Interest</source><comment>item-short-phq-9-interest</comment><translation>Interesse</translation></message>
<message><source>Mood</source><comment>item-short-phq-9-mood</comment><translation>Stimmung</translation></message>
<message><source>Sleep</source><comment>item-short-phq-9-sleep</comment><translation>Schlaf</translation></message>
<message><source>Energy</source><comment>item-short-phq-9-energy</comment><translation>Energie</translation></message>
<message><source>Appetite</source><comment>item-short-phq-9-appetite</comment><translation>Appetit</translation></message>
<message><source>Worth</source><comment>item-short-phq-9-worth</comment><translation>Selbstwert</translation></message>
<message><source>Focus</source><comment>item-short-phq-9-focus</comment><translation>Konzentr.</translation></message>
<message><source>Pace</source><comment>item-short-phq-9-pace</comment><translation>Tempo</translation></message>
<message><source>Self-harm</source><comment>item-short-phq-9-self-harm</comment><translation>Suizidal.</translation></message>
<message><source>Nervous</source><comment>item-short-gad-7-nervous</comment><translation>Nervös</translation></message>
<message><source>Control</source><comment>item-short-gad-7-worry-control</comment><translation>Kontrolle</translation></message>
<message><source>Worry</source><comment>item-short-gad-7-worry-much</comment><translation>Sorgen</translation></message>
<message><source>Relaxing</source><comment>item-short-gad-7-relaxing</comment><translation>Ruhe</translation></message>
<message><source>Restless</source><comment>item-short-gad-7-restless</comment><translation>Rastlos</translation></message>
<message><source>Irritable</source><comment>item-short-gad-7-irritable</comment><translation>Gereizt</translation></message>
<message><source>Dread</source><comment>item-short-gad-7-dread</comment><translation>Furcht</translation></message>
<message><source>To be done</source><comment>waiting-title</comment><translation>Zu erledigen</translation></message>
<message><source>Nothing waits.</source><comment>waiting-none</comment><translation>Nichts wartet.</translation></message>
<message><source>Nothing to do now.</source><comment>wait-nothing</comment><translation>Jetzt nichts zu tun.</translation></message>
<message><source>Next: {0}</source><comment>wait-next</comment><translation>Nächstes: {0}</translation></message>
<message><source>{0} in {1}</source><comment>wait-in</comment><translation>{0} in {1}</translation></message>
<message><source>{0} now</source><comment>wait-now</comment><translation>{0} jetzt</translation></message>
<message><source>due for {0}</source><comment>wait-since</comment><translation>seit {0} fällig</translation></message>
<message><source>+{0}</source><comment>wait-more</comment><translation>+{0}</translation></message>
<message><source>{0} more to be done</source><comment>wait-more-name</comment><translation>{0} weitere zu erledigen</translation></message>
<message><source>and {0} more</source><comment>wait-more-below</comment><translation>und {0} weitere</translation></message>
<message><source>Skip …</source><comment>wait-skip</comment><translation>Auslassen …</translation></message>
<message><source>Enter …</source><comment>wait-enter</comment><translation>Eingeben …</translation></message>
<message><source>Score …</source><comment>wait-score</comment><translation>Erheben …</translation></message>
<message><source>Count …</source><comment>wait-count</comment><translation>Zählen …</translation></message>
<message><source>By hand …</source><comment>wait-by-hand</comment><translation>Von Hand …</translation></message>
<message><source>Pump …</source><comment>wait-go-on</comment><translation>Pumpe …</translation></message>
<message><source>MOAA/S</source><comment>wait-sedation</comment><translation>MOAA/S</translation></message>
<message><source>Sedation by plain words</source><comment>wait-sedation-detail</comment><translation>Sedierung in klaren Worten</translation></message>
<message><source>Dissociation 0–4</source><comment>wait-dissociation</comment><translation>Dissoziation 0–4</translation></message>
<message><source>One tap</source><comment>wait-dissociation-detail</comment><translation>Ein Tippen</translation></message>
<message><source>Breaths</source><comment>wait-breaths</comment><translation>Atemzüge</translation></message>
<message><source>Count for 30 s</source><comment>wait-breaths-detail</comment><translation>30 s lang zählen</translation></message>
<message><source>BP at 40 min</source><comment>wait-bp-at-40</comment><translation>BD bei 40 min</translation></message>
<message><source>By the cuff or by hand</source><comment>wait-bp-at-40-detail</comment><translation>Mit Manschette oder von Hand</translation></message>
<message><source>BP standing</source><comment>wait-standing</comment><translation>BD im Stehen</translation></message>
<message><source>1 and 3 min after getting up</source><comment>wait-standing-detail</comment><translation>1 und 3 min nach dem Aufstehen</translation></message>
<message><source>One more baseline reading</source><comment>wait-baseline</comment><translation>Noch eine Ruhemessung</translation></message>
<message><source>The readings differ, or the cuff was moved.</source><comment>wait-baseline-detail</comment><translation>Die Messungen weichen ab, oder die Manschette wurde versetzt.</translation></message>
<message><source>Paused for {0}: go on or stop?</source><comment>wait-paused</comment><translation>Seit {0} Pause: weiter oder beenden?</translation></message>
<message><source>Look at the patient and at the pump.</source><comment>wait-paused-detail</comment><translation>Nach Patient und Pumpe sehen.</translation></message>
<message><source>{0} – still there?</source><comment>wait-still-present</comment><translation>{0} – noch da?</translation></message>
<message><source>As of {0}; yes sounds at once.</source><comment>wait-still-at</comment><translation>Eingetragen für {0}; Ja ertönt sofort.</translation></message>
<message><source>Yes</source><comment>wait-still-yes</comment><translation>Ja</translation></message>
<message><source>No, over</source><comment>wait-still-no</comment><translation>Nein, vorbei</translation></message>
<message><source>Off the monitor, {0} left</source><comment>wait-away</comment><translation>Nicht am Monitor, noch {0}</translation></message>
<message><source>Off the monitor for too long: back?</source><comment>wait-away-over</comment><translation>Zu lange nicht am Monitor: zurück?</translation></message>
<message><source>Escorted since {0}</source><comment>wait-away-since</comment><translation>Begleitet seit {0}</translation></message>
<message><source>Back</source><comment>wait-back</comment><translation>Zurück</translation></message>
<message><source>Chest pain? Breathless?</source><comment>wait-distress</comment><translation>Brustschmerz? Atemnot?</translation></message>
<message><source>Since {0} · a cuff when the arm is still</source><comment>wait-distress-detail</comment><translation>Seit {0} · messen, wenn der Arm ruhig ist</translation></message>
<message><source>Neither</source><comment>wait-neither</comment><translation>Nichts davon</translation></message>
<message><source>Call the provider now</source><comment>wait-call-provider</comment><translation>Jetzt den Arzt rufen</translation></message>
<message><source>A dose by this route cannot be paused.</source><comment>wait-call-provider-detail</comment><translation>Eine Gabe auf diesem Weg lässt sich nicht anhalten.</translation></message>
<message><source>Pause the infusion, call the provider</source><comment>wait-pause-and-call</comment><translation>Infusion pausieren, Arzt rufen</translation></message>
<message><source>A pause takes about 10 minutes to show in the pressure.</source><comment>wait-pause-and-call-detail</comment><translation>Bis eine Pause sich am Druck zeigt, vergehen etwa 10 Minuten.</translation></message>
<message><source>Pause …</source><comment>wait-pause</comment><translation>Pause …</translation></message>
<message><source>Called</source><comment>wait-called</comment><translation>Gerufen</translation></message>
<message><source>The rules say: stop the infusion</source><comment>wait-terminate</comment><translation>Nach den Regeln: Infusion beenden</translation></message>
<message><source>Paused twice, or for more than 20 min</source><comment>wait-terminate-detail</comment><translation>Zweimal oder länger als 20 min pausiert</translation></message>
<message><source>Is the pump stopped?</source><comment>wait-pump</comment><translation>Ist die Pumpe gestoppt?</translation></message>
<message><source>Look at the pump itself.</source><comment>wait-pump-detail</comment><translation>Auf die Pumpe selbst sehen.</translation></message>
<message><source>Is the pump stopped now?</source><comment>wait-pump-now</comment><translation>Ist die Pumpe jetzt gestoppt?</translation></message>
<message><source>It was still running at {0}.</source><comment>wait-pump-runs-on</comment><translation>Um {0} lief sie noch.</translation></message>
<message><source>Yes</source><comment>wait-pump-yes</comment><translation>Ja</translation></message>
<message><source>No</source><comment>wait-pump-no</comment><translation>Nein</translation></message>
<message><source>What does the pump say it gave?</source><comment>wait-volume</comment><translation>Wie viel zeigt die Pumpe als gegeben?</translation></message>
<message><source>Its figure is the record.</source><comment>wait-volume-detail</comment><translation>Ihr Wert gilt für die Akte.</translation></message>
<message><source>Why is it not done this time?</source><comment>skip-title</comment><translation>Warum diesmal nicht?</translation></message>
<message><source>Not possible now</source><comment>skip-not-possible</comment><translation>Jetzt nicht möglich</translation></message>
<message><source>Just done</source><comment>skip-just-done</comment><translation>Gerade erledigt</translation></message>
<message><source>Patient declined</source><comment>skip-declined</comment><translation>Patient lehnt ab</translation></message>
<message><source>Provider said so</source><comment>skip-provider-said</comment><translation>Arzt sagt so</translation></message>
<message><source>Pump and drug</source><comment>pump-title</comment><translation>Pumpe und Mittel</translation></message>
<message><source>Given</source><comment>pump-tab-run</comment><translation>Lauf</translation></message>
<message><source>Infusion</source><comment>pump-tab-infusion</comment><translation>Infusion</translation></message>
<message><source>Volume given</source><comment>pump-tab-volume</comment><translation>Volumen</translation></message>
<message><source>Waste</source><comment>pump-tab-waste</comment><translation>Verwurf</translation></message>
<message><source>In this session nothing is given.</source><comment>pump-nothing</comment><translation>In dieser Sitzung wird nichts gegeben.</translation></message>
<message><source>Nothing runs yet: start the infusion first.</source><comment>pump-not-begun</comment><translation>Noch läuft nichts: zuerst die Infusion starten.</translation></message>
<message><source>Given {0} (calculated)</source><comment>pump-given</comment><translation>Gegeben {0} (berechnet)</translation></message>
<message><source>Given {0} (the pump's figure)</source><comment>pump-given-by-pump</comment><translation>Gegeben {0} (laut Pumpe)</translation></message>
<message><source>Set to {0}</source><comment>pump-set</comment><translation>Eingestellt {0}</translation></message>
<message><source>All of it is in at {0} (calculated)</source><comment>pump-runs-out</comment><translation>Alles gegeben um {0} (berechnet)</translation></message>
<message><source>Paused for {0} in all · pause {1}</source><comment>pump-paused</comment><translation>Insgesamt {0} pausiert · Pause {1}</translation></message>
<message><source>{0} mg at {1}</source><comment>pump-dose</comment><translation>{0} mg um {1}</translation></message>
<message><source>A dose by this route cannot be paused: call the provider.</source><comment>pump-no-pause</comment><translation>Eine Gabe auf diesem Weg lässt sich nicht anhalten: Arzt rufen.</translation></message>
<message><source>Provider called</source><comment>pump-called</comment><translation>Arzt gerufen</translation></message>
<message><source>Set this rate</source><comment>pump-do-rate</comment><translation>Diese Rate</translation></message>
<message><source>Paused now</source><comment>pump-do-pause</comment><translation>Jetzt angehalten</translation></message>
<message><source>Goes on now</source><comment>pump-do-resume</comment><translation>Läuft jetzt weiter</translation></message>
<message><source>Stopped now</source><comment>pump-do-stop</comment><translation>Jetzt beendet</translation></message>
<message><source>{0}: {1}</source><comment>pump-do-name</comment><translation>{0}: {1}</translation></message>
<message><source>Half of it</source><comment>rate-half</comment><translation>Die Hälfte</translation></message>
<message><source>As planned</source><comment>rate-planned</comment><translation>Wie geplant</translation></message>
<message><source>{0} mL/h</source><comment>rate-ml-h</comment><translation>{0} ml/h</translation></message>
<message><source>{0} mg/min</source><comment>rate-mg-min</comment><translation>{0} mg/min</translation></message>
<message><source>{0} mg/h</source><comment>rate-mg-h</comment><translation>{0} mg/h</translation></message>
<message><source>Two good readings are there: name the provider who lets it go on.</source><comment>resume-ready</comment><translation>Zwei gute Messungen sind da: den Arzt nennen, der es weiterlaufen lässt.</translation></message>
<message><source>Goes on after 2 readings below 160/100, HR below 110: {0} of 2 so far.</source><comment>resume-good</comment><translation>Weiter nach 2 Messungen unter 160/100, HF unter 110: bisher {0} von 2.</translation></message>
<message><source>Good readings: {0} of 2; the next one counts from {1}.</source><comment>resume-good-next</comment><translation>Gute Messungen: {0} von 2; die nächste zählt ab {1}.</translation></message>
<message><source>The rules say to stop: paused twice, or for more than 20 min.</source><comment>resume-stop</comment><translation>Nach den Regeln beenden: zweimal oder länger als 20 min pausiert.</translation></message>
<message><source>Why does it go on against the rules?</source><comment>resume-why</comment><translation>Warum geht es gegen die Regeln weiter?</translation></message>
<message><source>Pressure is down, patient well</source><comment>resume-why-pressure-down</comment><translation>Druck gesunken, Patient wohl</translation></message>
<message><source>Provider is at the chair</source><comment>resume-why-provider-there</comment><translation>Arzt ist am Platz</translation></message>
<message><source>Pressure was measured wrongly</source><comment>resume-why-error</comment><translation>Druck wurde falsch gemessen</translation></message>
<message><source>Which provider lets it go on?</source><comment>resume-provider</comment><translation>Welcher Arzt lässt es weiterlaufen?</translation></message>
<message><source>The name is kept with the session.</source><comment>resume-provider-why</comment><translation>Der Name wird mit der Sitzung gespeichert.</translation></message>
<message><source>Volume given</source><comment>volume-name</comment><translation>Gegebenes Volumen</translation></message>
<message><source>mL</source><comment>volume-unit</comment><translation>ml</translation></message>
<message><source>Read it from the pump; it is the record.</source><comment>volume-how</comment><translation>An der Pumpe ablesen; es gilt für die Akte.</translation></message>
<message><source>The pump says {0} mL: {1} % off the {2} mL calculated.</source><comment>pump-gap</comment><translation>Die Pumpe zeigt {0} ml: {1} % neben den berechneten {2} ml.</translation></message>
<message><source>Calculated: {0} mL</source><comment>volume-calculated</comment><translation>Berechnet: {0} ml</translation></message>
<message><source>Calculated: {0} mL; they agree.</source><comment>volume-fits</comment><translation>Berechnet: {0} ml; es stimmt überein.</translation></message>
<message><source>{0} % more than the {1} mL calculated: look again, then store.</source><comment>volume-more</comment><translation>{0} % mehr als die berechneten {1} ml: noch einmal prüfen, dann speichern.</translation></message>
<message><source>{0} % less than the {1} mL calculated: look again, then store.</source><comment>volume-less</comment><translation>{0} % weniger als die berechneten {1} ml: noch einmal prüfen, dann speichern.</translation></message>
<message><source>By calculation nothing was given: look again, then store.</source><comment>volume-none-calculated</comment><translation>Laut Berechnung wurde nichts gegeben: noch einmal prüfen, dann speichern.</translation></message>
<message><source>Thrown away</source><comment>waste-name</comment><translation>Verworfen</translation></message>
<message><source>mg</source><comment>waste-unit</comment><translation>mg</translation></message>
<message><source>Before a witness …</source><comment>waste-store</comment><translation>Vor Zeugen …</translation></message>
<message><source>Lot {0}</source><comment>waste-lot</comment><translation>Charge {0}</translation></message>
<message><source>Who saw {0} mg thrown away?</source><comment>waste-witness</comment><translation>Wer sah, dass {0} mg verworfen wurden?</translation></message>
<message><source>Somebody else than who enters it.</source><comment>waste-witness-why</comment><translation>Jemand anderes als wer es einträgt.</translation></message>
<message><source>No vial was recorded in this session.</source><comment>waste-nothing-drawn</comment><translation>In dieser Sitzung wurde keine Ampulle erfasst.</translation></message>
<message><source>Drawn {0} mg</source><comment>balance-drawn</comment><translation>Aufgezogen {0} mg</translation></message>
<message><source>Given {0} mg</source><comment>balance-given</comment><translation>Gegeben {0} mg</translation></message>
<message><source>Wasted {0} mg</source><comment>balance-wasted</comment><translation>Verworfen {0} mg</translation></message>
<message><source>Not accounted for: {0} mg</source><comment>balance-left</comment><translation>Verbleib offen: {0} mg</translation></message>
<message><source>Emergency</source><comment>emergency-title</comment><translation>Notfall</translation></message>
<message><source>Emergency {0}</source><comment>bar-emergency</comment><translation>Notfall {0}</translation></message>
<message><source>PRACTICE</source><comment>practice</comment><translation>ÜBUNG</translation></message>
<message><source>PRACTICE – do not call</source><comment>practice-no-call</comment><translation>ÜBUNG – nicht anrufen</translation></message>
<message><source>pressed {0} by {1}</source><comment>code-pressed</comment><translation>gedrückt {0} von {1}</translation></message>
<message><source>pressed {0} by {1} · ended after {2}</source><comment>code-ended</comment><translation>gedrückt {0} von {1} · beendet nach {2}</translation></message>
<message><source>Stop ringing</source><comment>code-answer</comment><translation>Klingeln aus</translation></message>
<message><source>Ring again</source><comment>code-again</comment><translation>Noch einmal</translation></message>
<message><source>Call</source><comment>code-call</comment><translation>Anrufen</translation></message>
<message><source>Where we are</source><comment>code-where</comment><translation>Wo wir sind</translation></message>
<message><source>Call back: {0}</source><comment>code-back</comment><translation>Rückruf: {0}</translation></message>
<message><source>Say</source><comment>code-say</comment><translation>Sagen</translation></message>
<message><source>not set – set it in Menu › Clinic</source><comment>clinic-not-set</comment><translation>nicht gesetzt – unter Menü › Praxis eintragen</translation></message>
<message><source>Emergency call</source><comment>stamp-emergency-call</comment><translation>Notruf</translation></message>
<message><source>Oxygen</source><comment>stamp-oxygen</comment><translation>Sauerstoff</translation></message>
<message><source>Bag-valve mask</source><comment>stamp-bag-valve-mask</comment><translation>Beutelmaske</translation></message>
<message><source>Compressions</source><comment>stamp-compressions</comment><translation>Herzdruckmassage</translation></message>
<message><source>Shock</source><comment>stamp-shock</comment><translation>Schock</translation></message>
<message><source>Drug</source><comment>stamp-drug</comment><translation>Mittel</translation></message>
<message><source>Team arrived</source><comment>stamp-team-arrived</comment><translation>Team da</translation></message>
<message><source>{0}: {1}</source><comment>stamp-with</comment><translation>{0}: {1}</translation></message>
<message><source>Undo {0}</source><comment>stamp-undo</comment><translation>{0} zurück</translation></message>
<message><source>Tap what is done; each tap keeps the time.</source><comment>stamp-none</comment><translation>Antippen, was getan wird; jedes Tippen hält die Zeit fest.</translation></message>
<message><source>Drug, no name</source><comment>drug-other</comment><translation>Ohne Namen</translation></message>
<message><source>Back</source><comment>drug-back</comment><translation>Zurück</translation></message>
<message><source>Drug and dose, then Enter</source><comment>drug-hint</comment><translation>Mittel und Dosis, dann Enter</translation></message>
<message><source>Drug and dose in your own words</source><comment>drug-field</comment><translation>Mittel und Dosis in eigenen Worten</translation></message>
<message><source>Save page</source><comment>page-save</comment><translation>Seite speichern</translation></message>
<message><source>Print page</source><comment>page-print</comment><translation>Seite drucken</translation></message>
<message><source>Saved, not encrypted: {0}</source><comment>page-saved</comment><translation>Gespeichert, unverschlüsselt: {0}</translation></message>
<message><source>The page was not saved: {0} cannot be written.</source><comment>page-failed</comment><translation>Die Seite wurde nicht gespeichert: {0} kann nicht geschrieben werden.</translation></message>
<message><source>Sent to the printer {0}.</source><comment>page-printed</comment><translation>An den Drucker {0} gesendet.</translation></message>
<message><source>There is no printer. {0}</source><comment>page-no-printer</comment><translation>Kein Drucker vorhanden. {0}</translation></message>
<message><source>End emergency</source><comment>code-end</comment><translation>Notfall beenden</translation></message>
<message><source>Tap again to end</source><comment>code-end-sure</comment><translation>Noch einmal tippen</translation></message>
<message><source>Medical emergency at {0}.</source><comment>script-what</comment><translation>Medizinischer Notfall: {0}.</translation></message>
<message><source>Medical emergency. Say where you are.</source><comment>script-what-nowhere</comment><translation>Medizinischer Notfall. Sagen Sie, wo Sie sind.</translation></message>
<message><source>An adult, about {0} years old.</source><comment>script-who</comment><translation>Ein Erwachsener, etwa {0} Jahre alt.</translation></message>
<message><source>An adult.</source><comment>script-who-unknown</comment><translation>Ein Erwachsener.</translation></message>
<message><source>Ketamine by infusion, {0} mg so far.</source><comment>script-drug</comment><translation>Ketamin als Infusion, bisher {0} mg.</translation></message>
<message><source>Ketamine by injection, {0} mg so far.</source><comment>script-drug-im-sc</comment><translation>Ketamin als Spritze, bisher {0} mg.</translation></message>
<message><source>Esketamine by nasal spray, {0} mg so far.</source><comment>script-drug-intranasal</comment><translation>Esketamin als Nasenspray, bisher {0} mg.</translation></message>
<message><source>Ketamine by mouth, {0} mg so far.</source><comment>script-drug-oral</comment><translation>Ketamin zum Einnehmen, bisher {0} mg.</translation></message>
<message><source>Under observation with a monitor.</source><comment>script-drug-none</comment><translation>Unter Beobachtung mit Monitor.</translation></message>
<message><source>Now {0}.</source><comment>script-now</comment><translation>Jetzt {0}.</translation></message>
<message><source>No values from the monitor now.</source><comment>script-no-values</comment><translation>Jetzt keine Werte vom Monitor.</translation></message>
<message><source>blood pressure {0} over {1}, {2}</source><comment>script-bp</comment><translation>Blutdruck {0} zu {1}, {2}</translation></message>
<message><source>heart rate {0}</source><comment>script-hr</comment><translation>Herzfrequenz {0}</translation></message>
<message><source>oxygen saturation {0} percent</source><comment>script-spo2</comment><translation>Sauerstoffsättigung {0} Prozent</translation></message>
<message><source>Please send an ambulance. Call back at {0}.</source><comment>script-send</comment><translation>Bitte schicken Sie einen Rettungswagen. Rückruf unter {0}.</translation></message>
<message><source>Please send an ambulance.</source><comment>script-send-plain</comment><translation>Bitte schicken Sie einen Rettungswagen.</translation></message>
<message><source>Way in: {0}</source><comment>script-enter</comment><translation>Zugang: {0}</translation></message>
<message><source>Emergency: handover page</source><comment>sheet-title</comment><translation>Notfall: Übergabeblatt</translation></message>
<message><source>Patient</source><comment>sheet-patient</comment><translation>Patient</translation></message>
<message><source>Weight</source><comment>sheet-weight</comment><translation>Gewicht</translation></message>
<message><source>{0} kg · {1} lb</source><comment>sheet-kg-lb</comment><translation>{0} kg · {1} lb</translation></message>
<message><source>{0}/{1} mmHg · HR {2} · SpO2 {3} %</source><comment>sheet-resting</comment><translation>{0}/{1} mmHg · HF {2} · SpO2 {3} %</translation></message>
<message><source>Clinic</source><comment>sheet-clinic</comment><translation>Praxis</translation></message>
<message><source>Address</source><comment>sheet-address</comment><translation>Adresse</translation></message>
<message><source>Phone</source><comment>sheet-phone</comment><translation>Telefon</translation></message>
<message><source>Emergency pressed</source><comment>sheet-pressed</comment><translation>Notfall gedrückt</translation></message>
<message><source>Ended</source><comment>sheet-ended</comment><translation>Beendet</translation></message>
<message><source>under way</source><comment>sheet-going</comment><translation>läuft</translation></message>
<message><source>Ketamine given</source><comment>sheet-drug</comment><translation>Ketamin gegeben</translation></message>
<message><source>none was given</source><comment>sheet-drug-none</comment><translation>nichts gegeben</translation></message>
<message><source>{0} mg of {1} mg, calculated; the pump is not read</source><comment>sheet-drug-ran</comment><translation>{0} mg von {1} mg, berechnet; die Pumpe wird nicht gelesen</translation></message>
<message><source>Infusion</source><comment>sheet-infusion</comment><translation>Infusion</translation></message>
<message><source>from {0}, runs</source><comment>sheet-ran</comment><translation>seit {0}, läuft</translation></message>
<message><source>from {0}, paused</source><comment>sheet-held</comment><translation>seit {0}, pausiert</translation></message>
<message><source>from {0} to {1}</source><comment>sheet-over</comment><translation>{0} bis {1}</translation></message>
<message><source>not begun</source><comment>sheet-not-begun</comment><translation>nicht begonnen</translation></message>
<message><source>Baseline</source><comment>sheet-baseline</comment><translation>Ruhewert</translation></message>
<message><source>The last 30 minutes</source><comment>sheet-vitals</comment><translation>Die letzten 30 Minuten</translation></message>
<message><source>Time</source><comment>sheet-time</comment><translation>Zeit</translation></message>
<message><source>BP mmHg</source><comment>sheet-bp</comment><translation>BD mmHg</translation></message>
<message><source>HR /min</source><comment>sheet-hr</comment><translation>HF /min</translation></message>
<message><source>SpO2 %</source><comment>sheet-spo2</comment><translation>SpO2 %</translation></message>
<message><source>What was done</source><comment>sheet-log</comment><translation>Was getan wurde</translation></message>
<message><source>Code</source><comment>sheet-code</comment><translation>Notfall</translation></message>
<message><source>What</source><comment>sheet-what</comment><translation>Was</translation></message>
<message><source>{0} earlier lines are in the record.</source><comment>sheet-more</comment><translation>{0} frühere Zeilen stehen in der Aufzeichnung.</translation></message>
<message><source>{0} ({1})</source><comment>sheet-by</comment><translation>{0} ({1})</translation></message>
<message><source>Made {0} on {1}. Times are this computer's clock.</source><comment>sheet-printed</comment><translation>Erstellt {0} auf {1}. Zeiten nach der Uhr dieses Computers.</translation></message>
<message><source>{0} by hand</source><comment>sheet-manual</comment><translation>{0} von Hand</translation></message>
<message><source>Quiet room</source><comment>menu-quiet</comment><translation>Ruhiger Raum</translation></message>
<message><source>Quiet room</source><comment>quiet-title</comment><translation>Ruhiger Raum</translation></message>
<message><source>Alarms are heard at the nurses' desk only. Somebody there taps «I'm here» every 15 min. An emergency, and a high alarm that nobody answers for 60 s, are heard everywhere.</source><comment>quiet-explained</comment><translation>Alarme sind nur am Pflegestützpunkt zu hören. Dort tippt jemand alle 15 min auf «Ich bin da». Ein Notfall und ein hoher Alarm, den 60 s lang niemand beantwortet, sind überall zu hören.</translation></message>
<message><source>Looking for loudspeakers …</source><comment>quiet-looks</comment><translation>Suche Lautsprecher …</translation></message>
<message><source>Which loudspeaker stands at the desk? A burst is played there.</source><comment>quiet-choose</comment><translation>Welcher Lautsprecher steht am Stützpunkt? Dort wird ein Ton gespielt.</translation></message>
<message><source>Play a burst at {0}</source><comment>quiet-try</comment><translation>Ton spielen: {0}</translation></message>
<message><source>A burst is sent to {0} …</source><comment>quiet-plays</comment><translation>Ein Ton geht an {0} …</translation></message>
<message><source>A burst was played at {0}. Did you hear it at the desk?</source><comment>quiet-asks</comment><translation>An {0} wurde ein Ton gespielt. Am Stützpunkt gehört?</translation></message>
<message><source>Yes, heard: sound at the desk only</source><comment>quiet-heard</comment><translation>Ja, gehört: Ton nur am Stützpunkt</translation></message>
<message><source>Not heard</source><comment>quiet-not-heard-tile</comment><translation>Nicht gehört</translation></message>
<message><source>Sound at the nurses' desk only ({0}).</source><comment>quiet-is-on-at</comment><translation>Ton nur am Stützpunkt ({0}).</translation></message>
<message><source>Sound in the room again</source><comment>quiet-end</comment><translation>Ton wieder im Raum</translation></message>
<message><source>I'm here</source><comment>quiet-here</comment><translation>Ich bin da</translation></message>
<message><source>Sound at the nurses' desk only ({0}) · tap «I'm here» in {1}</source><comment>quiet-strip</comment><translation>Ton nur am Stützpunkt ({0}) · «Ich bin da» tippen in {1}</translation></message>
<message><source>Sound is back in the room: {0}</source><comment>quiet-strip-over</comment><translation>Der Ton ist wieder im Raum: {0}</translation></message>
<message><source>A quiet room needs a second loudspeaker at the desk; this computer has only one.</source><comment>quiet-one-output</comment><translation>Ein ruhiger Raum braucht einen zweiten Lautsprecher am Stützpunkt; dieser Computer hat nur einen.</translation></message>
<message><source>The loudspeaker {0} is gone; choose another one.</source><comment>quiet-no-output</comment><translation>Der Lautsprecher {0} ist weg; einen anderen wählen.</translation></message>
<message><source>{0} is the loudspeaker of the room; choose another one for the desk.</source><comment>quiet-same-output</comment><translation>{0} ist der Lautsprecher des Raums; für den Stützpunkt einen anderen wählen.</translation></message>
<message><source>The room is quiet already; end that first.</source><comment>quiet-is-on</comment><translation>Der Raum ist schon ruhig; das zuerst beenden.</translation></message>
<message><source>the burst was not heard at the desk.</source><comment>quiet-not-heard</comment><translation>der Ton wurde am Stützpunkt nicht gehört.</translation></message>
<message><source>nobody tapped «I'm here» for 15 min.</source><comment>quiet-nobody</comment><translation>15 min lang tippte niemand «Ich bin da».</translation></message>
<message><source>the loudspeaker at the desk failed.</source><comment>quiet-lost</comment><translation>der Lautsprecher am Stützpunkt fiel aus.</translation></message>
<message><source>In a demo there is no quiet room.</source><comment>quiet-demo</comment><translation>In einer Demo gibt es keinen ruhigen Raum.</translation></message>
<message><source>This program was started without sound.</source><comment>quiet-no-sound</comment><translation>Dieses Programm wurde ohne Ton gestartet.</translation></message>
<message><source>this computer does not let Chairside keep it awake</source><comment>awake-refused</comment><translation>dieser Computer lässt sich von Chairside nicht wach halten</translation></message>
<message><source>the computer did not answer whether it stays awake</source><comment>awake-no-answer</comment><translation>der Computer sagte nicht, ob er wach bleibt</translation></message>
<message><source>No emergency is under way.</source><comment>no-emergency</comment><translation>Es läuft kein Notfall.</translation></message>
<message><source>That was more than 10 s ago; it stays. Write a note instead.</source><comment>stamp-too-late</comment><translation>Das ist mehr als 10 s her; es bleibt stehen. Schreiben Sie stattdessen eine Notiz.</translation></message>
<message><source>Emergency</source><comment>past-emergency</comment><translation>Notfall</translation></message>
<message><source>Emergency answered</source><comment>past-emergency-answered</comment><translation>Notfall beantwortet</translation></message>
<message><source>Emergency ended</source><comment>past-emergency-over</comment><translation>Notfall beendet</translation></message>
<message><source>Emergency pressed again</source><comment>past-emergency-again</comment><translation>Notfall noch einmal gedrückt</translation></message>
<message><source>code {0}</source><comment>past-code</comment><translation>Notfall {0}</translation></message>
<message><source>Quiet room: sound at {0} only</source><comment>past-quiet</comment><translation>Ruhiger Raum: Ton nur an {0}</translation></message>
<message><source>Quiet room ended: sound in the room</source><comment>past-quiet-over</comment><translation>Ruhiger Raum beendet: Ton im Raum</translation></message>
<message><source>Emergency</source><comment>mark-emergency</comment><translation>Notfall</translation></message>
<message><source>Emergency over</source><comment>mark-emergency-over</comment><translation>Notfall vorbei</translation></message>
<message><source>Clinic</source><comment>menu-clinic</comment><translation>Praxis</translation></message>
<message><source>Clinic</source><comment>clinic-title</comment><translation>Praxis</translation></message>
<message><source>Shown and printed in an emergency. Nothing about a patient belongs here.</source><comment>clinic-why</comment><translation>Wird im Notfall gezeigt und gedruckt. Nichts über Patienten gehört hierher.</translation></message>
<message><source>Name of the clinic</source><comment>clinic-name</comment><translation>Name der Praxis</translation></message>
<message><source>Address, as it is said on the phone</source><comment>clinic-address</comment><translation>Adresse, wie sie am Telefon gesagt wird</translation></message>
<message><source>Way in for the ambulance</source><comment>clinic-access</comment><translation>Zugang für den Rettungsdienst</translation></message>
<message><source>Emergency number</source><comment>clinic-emergency-number</comment><translation>Notrufnummer</translation></message>
<message><source>Phone to be called back at</source><comment>clinic-phone</comment><translation>Telefon für den Rückruf</translation></message>
<message><source>Emergency drugs, up to 6, with commas between</source><comment>clinic-drugs</comment><translation>Notfallmedikamente, bis zu 6, mit Komma getrennt</translation></message>
<message><source>Save</source><comment>clinic-keep</comment><translation>Speichern</translation></message>
<message><source>Kept.</source><comment>clinic-kept</comment><translation>Gespeichert.</translation></message>
<message><source>It could not be kept: {0} cannot be written.</source><comment>clinic-failed</comment><translation>Nicht gespeichert: {0} kann nicht geschrieben werden.</translation></message>
<message><source>The format {0} has no --{1}; leave it out.</source><comment>export-choice-unknown</comment><translation>Das Format {0} kennt --{1} nicht; bitte weglassen.</translation></message>
<message><source>Codes</source><comment>about-codes</comment><translation>Codes</translation></message>
<message><source>This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at http://loinc.org/license. LOINC® is a registered United States trademark of Regenstrief Institute, Inc.</source><comment>about-loinc</comment><translation>This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at http://loinc.org/license. LOINC® is a registered United States trademark of Regenstrief Institute, Inc.</translation></message>
<message><source>This material contains content from UCUM (http://ucum.org). UCUM is copyright © Regenstrief Institute, Inc. All rights reserved; it is available at no cost under the license at http://ucum.org/license.</source><comment>about-ucum</comment><translation>This material contains content from UCUM (http://ucum.org). UCUM is copyright © Regenstrief Institute, Inc. All rights reserved; it is available at no cost under the license at http://ucum.org/license.</translation></message>
<message><source>Codes of SNOMED CT® are written only where an export asks for them (--snomed). Whoever asks needs a licence of SNOMED International, which many countries hold for everybody.</source><comment>about-snomed</comment><translation>Codes aus SNOMED CT® werden nur ausgegeben, wenn ein Export sie ausdrücklich verlangt (--snomed). Wer sie verlangt, benötigt eine Lizenz von SNOMED International; in vielen Ländern besteht sie für alle.</translation></message>
<message><source>Filter and calendar</source><comment>filter-title</comment><translation>Filter und Kalender</translation></message>
<message><source>Close the filter</source><comment>filter-close</comment><translation>Filter schließen</translation></message>
<message><source>Ctrl+F words, Ctrl+G filter and calendar, Ctrl+N not signed, Esc takes all off. In the calendar: arrows, Page Up and Down for months, Enter for a day, Shift+Enter up to a day.</source><comment>filter-keys</comment><translation>Strg+F Wörter, Strg+G Filter und Kalender, Strg+N nicht unterschrieben, Esc nimmt alles weg. Im Kalender: Pfeile, Bild auf und ab für Monate, Eingabe für einen Tag, Umschalt+Eingabe bis zu einem Tag.</translation></message>
<message><source>Any</source><comment>filter-any</comment><translation>Alle</translation></message>
<message><source>Route</source><comment>filter-route</comment><translation>Weg</translation></message>
<message><source>Highest systolic pressure</source><comment>filter-peak</comment><translation>Höchster systolischer Druck</translation></message>
<message><source>from {0}</source><comment>filter-peak-least</comment><translation>ab {0}</translation></message>
<message><source>Alarms</source><comment>filter-alarms</comment><translation>Alarme</translation></message>
<message><source>With alarms</source><comment>filter-alarms-any</comment><translation>Mit Alarmen</translation></message>
<message><source>High ones</source><comment>filter-alarms-high</comment><translation>Hohe</translation></message>
<message><source>None</source><comment>filter-alarms-none</comment><translation>Keine</translation></message>
<message><source>Signature</source><comment>filter-signed</comment><translation>Unterschrift</translation></message>
<message><source>Not signed</source><comment>filter-unsigned</comment><translation>Nicht unterschrieben</translation></message>
<message><source>Dose from</source><comment>filter-dose-from</comment><translation>Dosis von</translation></message>
<message><source>Dose to</source><comment>filter-dose-to</comment><translation>Dosis bis</translation></message>
<message><source>Unit of the dose</source><comment>filter-dose-unit</comment><translation>Einheit der Dosis</translation></message>
<message><source>Patient number</source><comment>filter-patient</comment><translation>Patientennummer</translation></message>
<message><source>From day</source><comment>filter-first</comment><translation>Vom Tag</translation></message>
<message><source>To day</source><comment>filter-last</comment><translation>Bis zum Tag</translation></message>
<message><source>2026-02-03</source><comment>filter-day-example</comment><translation>2026-02-03</translation></message>
<message><source>Today</source><comment>filter-span-1</comment><translation>Heute</translation></message>
<message><source>7 days</source><comment>filter-span-7</comment><translation>7 Tage</translation></message>
<message><source>30 days</source><comment>filter-span-30</comment><translation>30 Tage</translation></message>
<message><source>What narrows the list</source><comment>filter-chips</comment><translation>Was die Liste eingrenzt</translation></message>
<message><source>{0}  ×</source><comment>filter-chip</comment><translation>{0}  ×</translation></message>
<message><source>Take off: {0}</source><comment>filter-take-off</comment><translation>Wegnehmen: {0}</translation></message>
<message><source>All off</source><comment>filter-all-off</comment><translation>Alle weg</translation></message>
<message><source>{0} to {1}</source><comment>filter-days</comment><translation>{0} bis {1}</translation></message>
<message><source>from {0}</source><comment>filter-from</comment><translation>ab {0}</translation></message>
<message><source>until {0}</source><comment>filter-until</comment><translation>bis {0}</translation></message>
<message><source>with a dose</source><comment>filter-dose-any</comment><translation>mit Dosis</translation></message>
<message><source>from {0} {1}</source><comment>filter-dose-least</comment><translation>ab {0} {1}</translation></message>
<message><source>up to {0} {1}</source><comment>filter-dose-most</comment><translation>bis {0} {1}</translation></message>
<message><source>{0} {1}</source><comment>filter-dose-is</comment><translation>{0} {1}</translation></message>
<message><source>{0} to {1} {2}</source><comment>filter-dose-between</comment><translation>{0} bis {1} {2}</translation></message>
<message><source>peak from {0}</source><comment>filter-peak-chip</comment><translation>Spitze ab {0}</translation></message>
<message><source>with alarms</source><comment>filter-alarms-any-chip</comment><translation>mit Alarmen</translation></message>
<message><source>high alarms</source><comment>filter-alarms-high-chip</comment><translation>hohe Alarme</translation></message>
<message><source>no alarms</source><comment>filter-alarms-none-chip</comment><translation>ohne Alarme</translation></message>
<message><source>“{0}” is no day; type it like 2026-02-03 or 3.2.2026.</source><comment>filter-day-wrong</comment><translation>„{0}“ ist kein Tag; schreiben Sie ihn wie 2026-02-03 oder 3.2.2026.</translation></message>
<message><source>“{0}” is no dose; type a figure such as 41 or 0.5.</source><comment>filter-dose-wrong</comment><translation>„{0}“ ist keine Dosis; schreiben Sie eine Zahl wie 41 oder 0,5.</translation></message>
<message><source>{0} {1}</source><comment>calendar-month</comment><translation>{0} {1}</translation></message>
<message><source>{0} {1}</source><comment>calendar-day</comment><translation>{0} {1}</translation></message>
<message><source>Mo Tu We Th Fr Sa Su</source><comment>calendar-weekdays</comment><translation>Mo Di Mi Do Fr Sa So</translation></message>
<message><source>Monday Tuesday Wednesday Thursday Friday Saturday Sunday</source><comment>calendar-weekdays-long</comment><translation>Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag</translation></message>
<message><source>chosen</source><comment>calendar-is-chosen</comment><translation>gewählt</translation></message>
<message><source>Month before</source><comment>calendar-back</comment><translation>Voriger Monat</translation></message>
<message><source>Next month</source><comment>calendar-on</comment><translation>Nächster Monat</translation></message>
<message><source>A line of this list is damaged: all sessions are shown, found or not. `chairside verify` names the line, `chairside rescue` mends it.</source><comment>library-torn</comment><translation>Eine Zeile dieser Liste ist beschädigt: Alle Sitzungen werden gezeigt, passend oder nicht. `chairside verify` nennt die Zeile, `chairside rescue` behebt es.</translation></message>
<message><source>No session fits “{0}”; «chairside sessions» lists all.</source><comment>no-such-sessions</comment><translation>Keine Sitzung passt zu „{0}“; «chairside sessions» zeigt alle.</translation></message>
<message><source>No session is left by these options; «chairside sessions» lists all.</source><comment>no-sessions-left</comment><translation>Diese Optionen lassen keine Sitzung übrig; «chairside sessions» zeigt alle.</translation></message>
<message><source>{0} mg, {1}</source><comment>library-dose</comment><translation>{0} mg, {1}</translation></message>
<message><source>{0} mg/kg, {1}</source><comment>library-dose-per-kg</comment><translation>{0} mg/kg, {1}</translation></message>
<message><source>1 session</source><comment>library-one</comment><translation>1 Sitzung</translation></message>
<message><source>{0} sessions</source><comment>library-count</comment><translation>{0} Sitzungen</translation></message>
<message><source>{0} of {1}</source><comment>library-found</comment><translation>{0} von {1}</translation></message>
<message><source>Look for a patient, initials, a monitor, a dose or a date such as 2026-02 or 3 Feb.</source><comment>library-look-again</comment><translation>Gesucht wird nach Patient, Initialen, Monitor, Dosis oder einem Datum wie 2026-02 oder 3. Feb.</translation></message>
<message><source>No session is left by these filters. Take one off, or all; there are {0} sessions.</source><comment>library-none-left</comment><translation>Diese Filter lassen keine Sitzung übrig. Nehmen Sie einen davon weg oder alle; es gibt {0} Sitzungen.</translation></message>
<message><source>Filter and calendar</source><comment>library-finder</comment><translation>Filter und Kalender</translation></message>
<message><source>January February March April May June July August September October November December</source><comment>library-months</comment><translation>Januar Februar März April Mai Juni Juli August September Oktober November Dezember</translation></message>
<message><source>The record {0} is encrypted; its key is in the keyring of this computer. Write down a recovery code: Menu, About, or «chairside key recovery».</source><comment>key-made</comment><translation>Die Aufzeichnung {0} ist verschlüsselt; ihr Schlüssel liegt im Schlüsselbund dieses Rechners. Notieren Sie einen Wiederherstellungscode: Menü, Über, oder «chairside key recovery».</translation></message>
<message><source>{0} would hold patient data in clear: this computer has no keyring, and no passphrase is set. Set CHAIRSIDE_PASSPHRASE, or choose --in-clear.</source><comment>key-none</comment><translation>{0} enthielte Patientendaten im Klartext: dieser Rechner hat keinen Schlüsselbund, und keine Passphrase ist gesetzt. Setzen Sie CHAIRSIDE_PASSPHRASE, oder wählen Sie --in-clear.</translation></message>
<message><source>{0} is not encrypted; encrypt it with «chairside key rotate», or go on as it is with --in-clear.</source><comment>key-record-in-clear</comment><translation>{0} ist nicht verschlüsselt; verschlüsseln Sie es mit «chairside key rotate», oder bleiben Sie mit --in-clear dabei.</translation></message>
<message><source>--in-clear was chosen, and CHAIRSIDE_PASSPHRASE is set; leave out one of them.</source><comment>key-clear-and-passphrase</comment><translation>--in-clear wurde gewählt, und CHAIRSIDE_PASSPHRASE ist gesetzt; lassen Sie eines davon weg.</translation></message>
<message><source>--in-clear was chosen, and {0} is encrypted; leave it out.</source><comment>key-clear-and-encrypted</comment><translation>--in-clear wurde gewählt, und {0} ist verschlüsselt; lassen Sie es weg.</translation></message>
<message><source>Not encrypted: {0}</source><comment>key-not-encrypted</comment><translation>Nicht verschlüsselt: {0}</translation></message>
<message><source>Not encrypted</source><comment>key-note-clear</comment><translation>Unverschlüsselt</translation></message>
<message><source>This is the recovery code of {0}. Keep it on paper, away from this computer; it will never be shown again, and an earlier one opens nothing any more.</source><comment>key-code</comment><translation>Das ist der Wiederherstellungscode von {0}. Bewahren Sie ihn auf Papier auf, nicht bei diesem Rechner; er wird nie wieder gezeigt, und ein früherer öffnet nichts mehr.</translation></message>
<message><source>No recovery code was printed for this record.</source><comment>key-code-none</comment><translation>Für diese Aufzeichnung gibt es noch keinen Wiederherstellungscode.</translation></message>
<message><source>A recovery code was printed for this record.</source><comment>key-code-there</comment><translation>Für diese Aufzeichnung gibt es einen Wiederherstellungscode.</translation></message>
<message><source>{0} is not encrypted; there is no key that a code could bring back.</source><comment>key-code-in-clear</comment><translation>{0} ist nicht verschlüsselt; es gibt keinen Schlüssel, den ein Code zurückbringen könnte.</translation></message>
<message><source>A demo holds no patient; its record needs no recovery code.</source><comment>key-code-demo</comment><translation>In einer Demo ist niemand Patient; ihre Aufzeichnung braucht keinen Wiederherstellungscode.</translation></message>
<message><source>Show a recovery code</source><comment>key-code-print</comment><translation>Wiederherstellungscode zeigen</translation></message>
<message><source>Show a new recovery code</source><comment>key-code-again</comment><translation>Neuen Wiederherstellungscode zeigen</translation></message>
<message><source>I have written it down</source><comment>key-code-hide</comment><translation>Ich habe ihn notiert</translation></message>
<message><source>The code that was printed before will open nothing any more. Go on?</source><comment>key-code-sure</comment><translation>Der bisherige Code öffnet dann nichts mehr. Weiter?</translation></message>
<message><source>Yes, a new code</source><comment>key-code-yes</comment><translation>Ja, ein neuer Code</translation></message>
<message><source>Write it down now: it is never shown again. Keep the paper away from this computer; whoever has the code and this computer's files can read the record.</source><comment>key-code-shown</comment><translation>Notieren Sie ihn jetzt: er wird nie wieder gezeigt. Bewahren Sie das Papier nicht bei diesem Rechner auf; wer den Code und die Dateien dieses Rechners hat, kann die Aufzeichnung lesen.</translation></message>
<message><source>It brings back the key when this computer or its keyring is lost. It is shown once.</source><comment>key-code-why</comment><translation>Er bringt den Schlüssel zurück, wenn dieser Rechner oder sein Schlüsselbund verloren ist. Er wird einmal gezeigt.</translation></message>
<message><source>Recovery code</source><comment>key-code-ask</comment><translation>Wiederherstellungscode</translation></message>
<message><source>This recovery code was of an earlier key; {0} has a newer one. Give the newest code.</source><comment>key-code-old</comment><translation>Dieser Wiederherstellungscode gehört zu einem früheren Schlüssel; {0} hat einen neueren. Geben Sie den neuesten Code ein.</translation></message>
<message><source>The key of {0} is in the keyring of this computer again.</source><comment>key-back-keyring</comment><translation>Der Schlüssel von {0} liegt wieder im Schlüsselbund dieses Rechners.</translation></message>
<message><source>This computer has no keyring that keeps a key; give the record a passphrase with --passphrase.</source><comment>key-no-keyring</comment><translation>Dieser Rechner hat keinen Schlüsselbund, der einen Schlüssel behält; geben Sie der Aufzeichnung mit --passphrase eine Passphrase.</translation></message>
<message><source>New passphrase</source><comment>key-new-passphrase</comment><translation>Neue Passphrase</translation></message>
<message><source>The new passphrase has {0} characters; give at least {1}, several words for example.</source><comment>key-passphrase-short</comment><translation>Die neue Passphrase hat {0} Zeichen; geben Sie mindestens {1}, zum Beispiel mehrere Wörter.</translation></message>
<message><source>--passphrase and --keyring were both given; give one of them.</source><comment>key-two-ways</comment><translation>--passphrase und --keyring wurden beide angegeben; geben Sie eines davon.</translation></message>
<message><source>{0} is under its new key, with {1} other files.</source><comment>key-rotated</comment><translation>{0} hat seinen neuen Schlüssel, mit {1} weiteren Dateien.</translation></message>
<message><source>From now on set CHAIRSIDE_PASSPHRASE to the new passphrase.</source><comment>key-use-passphrase</comment><translation>Setzen Sie CHAIRSIDE_PASSPHRASE von jetzt an auf die neue Passphrase.</translation></message>
<message><source>From now on leave CHAIRSIDE_PASSPHRASE out: the key is in the keyring of this computer.</source><comment>key-use-keyring</comment><translation>Lassen Sie CHAIRSIDE_PASSPHRASE von jetzt an weg: der Schlüssel liegt im Schlüsselbund dieses Rechners.</translation></message>
<message><source>The key of {0} was being changed when that was cut off; run «chairside key rotate» again.</source><comment>key-under-way</comment><translation>Der Schlüssel von {0} wurde gerade gewechselt, als das abbrach; rufen Sie «chairside key rotate» noch einmal auf.</translation></message>
<message><source>Its key is in the keyring of this computer.</source><comment>key-status-keyring</comment><translation>Sein Schlüssel liegt im Schlüsselbund dieses Rechners.</translation></message>
<message><source>Its key comes from the passphrase in CHAIRSIDE_PASSPHRASE.</source><comment>key-status-passphrase</comment><translation>Sein Schlüssel kommt aus der Passphrase in CHAIRSIDE_PASSPHRASE.</translation></message>
<message><source>A fault in the program was found; the report, without patient data, is in {0}.</source><comment>crash-report</comment><translation>Ein Fehler im Programm wurde gefunden; der Bericht, ohne Patientendaten, liegt in {0}.</translation></message>
<message><source>A fault in the program was found ({0}), and no report of it could be written.</source><comment>crash-no-report</comment><translation>Ein Fehler im Programm wurde gefunden ({0}), und kein Bericht davon konnte geschrieben werden.</translation></message>
<message><source>{0} s</source><comment>span-s</comment><translation>{0} s</translation></message>
<message><source>{0} min</source><comment>span-min</comment><translation>{0} min</translation></message>
<message><source>{0} h {1} min</source><comment>span-h</comment><translation>{0} h {1} min</translation></message>
<message><source>now</source><comment>age-now</comment><translation>jetzt</translation></message>
<message><source>{0} ago</source><comment>age-ago</comment><translation>vor {0}</translation></message>
<message><source>Chair {0}</source><comment>chair</comment><translation>Platz {0}</translation></message>
<message><source>nobody signed in</source><comment>who-none</comment><translation>abgemeldet</translation></message>
<message><source>recorded {0} ago</source><comment>recorded-ago</comment><translation>gesichert vor {0}</translation></message>
<message><source>recorded just now</source><comment>recorded-now</comment><translation>gerade gesichert</translation></message>
<message><source>nothing recorded yet</source><comment>recorded-nothing</comment><translation>noch nichts gesichert</translation></message>
<message><source>not recorded for {0}</source><comment>not-recorded-for</comment><translation>seit {0} nicht gesichert</translation></message>
<message><source>{0} · default limits</source><comment>profile-default-limits</comment><translation>{0} · Standard</translation></message>
<message><source>{0} {1} ≠ {2}</source><comment>deviation</comment><translation>{0} {1} ≠ {2}</translation></message>
<message><source>sedat.</source><comment>modifier-short-sedatives</comment><translation>sediert</translation></message>
<message><source>O₂</source><comment>modifier-short-oxygen</comment><translation>O₂</translation></message>
<message><source>high BP</source><comment>modifier-short-raised-baseline</comment><translation>hoher BD</translation></message>
<message><source>{0} · on O₂: late sign</source><comment>spo2-on-oxygen</comment><translation>{0} · mit O₂: spätes Zeichen</translation></message>
<message><source>+{0} more</source><comment>deviations-more</comment><translation>+{0} mehr</translation></message>
<message><source>Menu</source><comment>menu</comment><translation>Menü</translation></message>
<message><source>Live view</source><comment>menu-live</comment><translation>Live-Ansicht</translation></message>
<message><source>New session</source><comment>menu-new</comment><translation>Neue Sitzung</translation></message>
<message><source>Sessions</source><comment>menu-review</comment><translation>Sitzungen</translation></message>
<message><source>About</source><comment>menu-about</comment><translation>Info</translation></message>
<message><source>End this session</source><comment>menu-end</comment><translation>Diese Sitzung beenden</translation></message>
<message><source>Limits</source><comment>limits-open</comment><translation>Grenzen</translation></message>
<message><source>NIBP</source><comment>nibp</comment><translation>NIBP</translation></message>
<message><source>limits {0}</source><comment>limits-of</comment><translation>Grenzen {0}</translation></message>
<message><source>{0}–{1}</source><comment>limits-both</comment><translation>{0}–{1}</translation></message>
<message><source>≥ {0}</source><comment>limits-low</comment><translation>≥ {0}</translation></message>
<message><source>≤ {0}</source><comment>limits-high</comment><translation>≤ {0}</translation></message>
<message><source>limits {0} / {1}</source><comment>limits-bp</comment><translation>Grenzen {0} / {1}</translation></message>
<message><source>no limits</source><comment>limits-none</comment><translation>keine Grenzen</translation></message>
<message><source>MAP {0}</source><comment>map-value</comment><translation>MAD {0}</translation></message>
<message><source>next in {0}</source><comment>next-in</comment><translation>neu in {0}</translation></message>
<message><source>due for {0}</source><comment>next-due</comment><translation>seit {0} fällig</translation></message>
<message><source>measuring</source><comment>measuring</comment><translation>misst</translation></message>
<message><source>{0} from {1}</source><comment>delta-from</comment><translation>{0} gegen {1}</translation></message>
<message><source>{0} / {1} from {2}/{3}</source><comment>delta-bp</comment><translation>{0} / {1} gegen {2}/{3}</translation></message>
<message><source>ECG</source><comment>source-ecg</comment><translation>EKG</translation></message>
<message><source>oximeter</source><comment>source-oximeter</comment><translation>Oximeter</translation></message>
<message><source>last {0}, {1}</source><comment>last-was</comment><translation>zuletzt {0}, {1}</translation></message>
<message><source>not measured yet</source><comment>why-none</comment><translation>noch nicht gemessen</translation></message>
<message><source>no value from the monitor</source><comment>why-no-value</comment><translation>kein Wert vom Monitor</translation></message>
<message><source>probe off</source><comment>why-sensor-off</comment><translation>Sensor ab</translation></message>
<message><source>no pulse found</source><comment>why-no-pulse</comment><translation>kein Puls gefunden</translation></message>
<message><source>value cannot be right</source><comment>why-out-of-range</comment><translation>Wert unmöglich</translation></message>
<message><source>calibrating</source><comment>why-calibrating</comment><translation>kalibriert</translation></message>
<message><source>monitor in standby</source><comment>why-standby</comment><translation>Monitor im Standby</translation></message>
<message><source>poor signal</source><comment>why-poor-signal</comment><translation>schlechtes Signal</translation></message>
<message><source>waiting for the first value</source><comment>why-connected</comment><translation>warte auf ersten Wert</translation></message>
<message><source>no data from the monitor</source><comment>why-no-data</comment><translation>keine Daten vom Monitor</translation></message>
<message><source>wrong monitor type chosen</source><comment>why-wrong-driver</comment><translation>falscher Monitortyp gewählt</translation></message>
<message><source>cable unplugged</source><comment>why-port-absent</comment><translation>Kabel abgezogen</translation></message>
<message><source>port in use by another program</source><comment>why-port-in-use</comment><translation>Anschluss belegt</translation></message>
<message><source>port not permitted</source><comment>why-port-denied</comment><translation>Anschluss nicht erlaubt</translation></message>
<message><source>port failed</source><comment>why-port-broke</comment><translation>Anschluss gestört</translation></message>
<message><source>another device on the port</source><comment>why-stranger</comment><translation>anderes Gerät am Anschluss</translation></message>
<message><source>fault in this program</source><comment>why-driver-bug</comment><translation>Fehler im Programm</translation></message>
<message><source>connection closed</source><comment>why-closed</comment><translation>Verbindung geschlossen</translation></message>
<message><source>cuff: </source><comment>why-cuff</comment><translation>Manschette: </translation></message>
<message><source>cuff: no result</source><comment>why-failed</comment><translation>Manschette: kein Ergebnis</translation></message>
<message><source>cuff: leak</source><comment>why-leak</comment><translation>Manschette: undicht</translation></message>
<message><source>cuff: movement</source><comment>why-movement</comment><translation>Manschette: Bewegung</translation></message>
<message><source>cuff: took too long</source><comment>why-timeout</comment><translation>Manschette: zu lange</translation></message>
<message><source>cuff: pressure too high</source><comment>why-overpressure</comment><translation>Manschette: Überdruck</translation></message>
<message><source>cuff: stopped by hand</source><comment>why-cancelled</comment><translation>Manschette: abgebrochen</translation></message>
<message><source></source><comment>why-good</comment><translation></translation></message>
<message><source>poor signal</source><comment>why-poor</comment><translation>schlechtes Signal</translation></message>
<message><source>not confirmed</source><comment>why-unconfirmed</comment><translation>nicht bestätigt</translation></message>
<message><source>marked as artefact</source><comment>why-artefact</comment><translation>als Artefakt markiert</translation></message>
<message><source>from before this session</source><comment>why-before-session</comment><translation>von vor der Sitzung</translation></message>
<message><source>age unknown, not judged</source><comment>why-age-unknown</comment><translation>Alter unbekannt, unbewertet</translation></message>
<message><source>monitor is in demo mode</source><comment>why-demo</comment><translation>Monitor im Demo-Modus</translation></message>
<message><source>not on this monitor</source><comment>why-not-on-device</comment><translation>nicht an diesem Monitor</translation></message>
<message><source>session over</source><comment>why-session-over</comment><translation>Sitzung beendet</translation></message>
<message><source>Infusion {0} / {1}</source><comment>ribbon-infusion</comment><translation>Infusion {0} / {1}</translation></message>
<message><source>Paused {0} · ran {1} / {2}</source><comment>ribbon-paused</comment><translation>Pause {0} · lief {1} / {2}</translation></message>
<message><source>{0} of {1} mg (calculated)</source><comment>ribbon-mg</comment><translation>{0} von {1} mg (berechnet)</translation></message>
<message><source>{0} {1}</source><comment>ribbon-for</comment><translation>{0} {1}</translation></message>
<message><source>Session ended</source><comment>ribbon-ended</comment><translation>Sitzung beendet</translation></message>
<message><source>Is the pump paused too?</source><comment>ask-pump-paused</comment><translation>Ist die Pumpe auch angehalten?</translation></message>
<message><source>Start infusion</source><comment>step-start</comment><translation>Infusion starten</translation></message>
<message><source>Stop infusion</source><comment>step-stop</comment><translation>Infusion beenden</translation></message>
<message><source>End session</source><comment>step-end</comment><translation>Sitzung beenden</translation></message>
<message><source>Review session</source><comment>step-review</comment><translation>Sitzung ansehen</translation></message>
<message><source>Is the pump stopped?</source><comment>ask-stop</comment><translation>Ist die Pumpe gestoppt?</translation></message>
<message><source>Yes, stopped</source><comment>ask-stop-yes</comment><translation>Ja, gestoppt</translation></message>
<message><source>No</source><comment>ask-stop-no</comment><translation>Nein</translation></message>
<message><source>End this session?</source><comment>ask-end</comment><translation>Sitzung beenden?</translation></message>
<message><source>Yes, end it</source><comment>ask-end-yes</comment><translation>Ja, beenden</translation></message>
<message><source>No</source><comment>ask-end-no</comment><translation>Nein</translation></message>
<message><source>Silence</source><comment>do-silence</comment><translation>Ton aus</translation></message>
<message><source>Sound on</source><comment>do-sound-on</comment><translation>Ton an</translation></message>
<message><source>Acknowledge</source><comment>do-acknowledge</comment><translation>Quittieren</translation></message>
<message><source>Cuff</source><comment>do-cuff</comment><translation>Blutdruck</translation></message>
<message><source>Note</source><comment>do-note</comment><translation>Notiz</translation></message>
<message><source>Pause infusion</source><comment>do-pause</comment><translation>Pause</translation></message>
<message><source>Resume infusion</source><comment>do-resume</comment><translation>Fortsetzen</translation></message>
<message><source>Call provider</source><comment>do-call</comment><translation>Arzt rufen</translation></message>
<message><source>Emergency</source><comment>do-emergency</comment><translation>Notfall</translation></message>
<message><source>{0} hold</source><comment>key-hold</comment><translation>{0} halten</translation></message>
<message><source>Close</source><comment>close</comment><translation>Schließen</translation></message>
<message><source>Alarm limits</source><comment>limits-title</comment><translation>Alarmgrenzen</translation></message>
<message><source>Profile {0}. A change counts at once, for this chair and this session.</source><comment>limits-profile</comment><translation>Profil {0}. Eine Änderung gilt sofort, für diesen Platz und diese Sitzung.</translation></message>
<message><source>profile {0}</source><comment>limits-own</comment><translation>Profil {0}</translation></message>
<message><source>{0} for this patient</source><comment>limits-active</comment><translation>{0} für diesen Patienten</translation></message>
<message><source>{0} {1}</source><comment>limits-moved</comment><translation>{0} {1}</translation></message>
<message><source>All as profile</source><comment>limits-all-back</comment><translation>Alle wie Profil</translation></message>
<message><source>{0} to {1}</source><comment>limits-bounds</comment><translation>{0} bis {1}</translation></message>
<message><source>Lower {0}</source><comment>limits-less</comment><translation>{0} senken</translation></message>
<message><source>Raise {0}</source><comment>limits-higher</comment><translation>{0} erhöhen</translation></message>
<message><source>Reset</source><comment>limits-reset</comment><translation>Zurück</translation></message>
<message><source>Reset {0} to the profile</source><comment>limits-reset-name</comment><translation>{0} auf den Wert des Profils</translation></message>
<message><source>SBP</source><comment>limits-tab-sbp</comment><translation>SYS</translation></message>
<message><source>DBP</source><comment>limits-tab-dbp</comment><translation>DIA</translation></message>
<message><source>HR</source><comment>limits-tab-hr</comment><translation>HF</translation></message>
<message><source>SpO₂</source><comment>limits-tab-spo2</comment><translation>SpO₂</translation></message>
<message><source>RR</source><comment>limits-tab-rr</comment><translation>AF</translation></message>
<message><source>Not done: {0} ({1}).</source><comment>refused</comment><translation>Nicht ausgeführt: {0} ({1}).</translation></message>
<message><source>Trend curves of blood pressure, heart rate and oxygen saturation</source><comment>trend-name</comment><translation>Trendkurven von Blutdruck, Herzfrequenz und Sauerstoffsättigung</translation></message>
<message><source>now</source><comment>trend-now</comment><translation>jetzt</translation></message>
<message><source>min</source><comment>trend-minutes</comment><translation>min</translation></message>
<message><source>baseline {0}</source><comment>trend-baseline</comment><translation>Ruhe {0}</translation></message>
<message><source>{0} {1}</source><comment>trend-limit</comment><translation>{0} {1}</translation></message>
<message><source>{0} {1}</source><comment>trend-gap</comment><translation>{0} {1}</translation></message>
<message><source>{0}/{1}</source><comment>trend-cuff</comment><translation>{0}/{1}</translation></message>
<message><source>{0}/{1} at {2}</source><comment>trend-cuff-at</comment><translation>{0}/{1} um {2}</translation></message>
<message><source>{0} {1}</source><comment>trend-value</comment><translation>{0} {1}</translation></message>
<message><source>{0} –</source><comment>trend-no-value</comment><translation>{0} –</translation></message>
<message><source>{0} – {1}</source><comment>trend-no-value-why</comment><translation>{0} – {1}</translation></message>
<message><source>program was away</source><comment>why-program-away</comment><translation>Programm war aus</translation></message>
<message><source>Start</source><comment>mark-start</comment><translation>Start</translation></message>
<message><source>Start {0} mg/h</source><comment>mark-start-at</comment><translation>Start {0} mg/h</translation></message>
<message><source>Paused</source><comment>mark-pause</comment><translation>Pause</translation></message>
<message><source>Resumed</source><comment>mark-resume</comment><translation>Fortgesetzt</translation></message>
<message><source>Stop</source><comment>mark-stop</comment><translation>Ende</translation></message>
<message><source>Discharge</source><comment>mark-discharge</comment><translation>Entlassung</translation></message>
<message><source>{0} limit {1}</source><comment>mark-limit</comment><translation>Grenze {0} {1}</translation></message>
<message><source>Program away {0}</source><comment>mark-away</comment><translation>Programm aus {0}</translation></message>
<message><source>Cuff: no result</source><comment>mark-cuff-failed</comment><translation>Manschette: kein Ergebnis</translation></message>
<message><source>{0} mg</source><comment>mark-dose</comment><translation>{0} mg</translation></message>
<message><source>Rate {0} mg/h</source><comment>mark-rate</comment><translation>Rate {0} mg/h</translation></message>
<message><source>{0} over</source><comment>mark-over</comment><translation>{0} vorbei</translation></message>
<message><source>{0}</source><comment>mark-text</comment><translation>{0}</translation></message>
<message><source>{0} {1}</source><comment>mark-note</comment><translation>{0} {1}</translation></message>
<message><source>{0} lines of this session cannot be read ({1}); the numbers are of what is left. `chairside rescue` looks for them in the second place and the backups.</source><comment>missing-lines</comment><translation>{0} Zeilen dieser Sitzung sind nicht lesbar ({1}); die Zahlen gelten für den Rest. `chairside rescue` sucht sie am zweiten Ort und in den Sicherungen.</translation></message>
<message><source>{0} line of this session cannot be read ({1}); the numbers are of what is left. `chairside rescue` looks for it in the second place and the backups.</source><comment>missing-line</comment><translation>{0} Zeile dieser Sitzung ist nicht lesbar ({1}); die Zahlen gelten für den Rest. `chairside rescue` sucht sie am zweiten Ort und in den Sicherungen.</translation></message>
<message><source>between {0} and {1}</source><comment>missing-between</comment><translation>zwischen {0} und {1}</translation></message>
<message><source>from {0} on</source><comment>missing-from</comment><translation>ab {0}</translation></message>
<message><source>second {0}</source><comment>missing-second</comment><translation>Sekunde {0}</translation></message>
<message><source>{0} and {1} more</source><comment>missing-and-more</comment><translation>{0} und {1} weitere</translation></message>
<message><source>{0} cannot be read ({1}); check the path.</source><comment>import-unreadable</comment><translation>{0} ist nicht lesbar ({1}); den Pfad prüfen.</translation></message>
<message><source>{0} is neither a session of this program (export --format json) nor a CSV recording with the columns t_seconds,hr,sbp,dbp,map,spo2.</source><comment>import-unknown</comment><translation>{0} ist weder eine Sitzung dieses Programms (export --format json) noch eine CSV-Aufzeichnung mit den Spalten t_seconds,hr,sbp,dbp,map,spo2.</translation></message>
<message><source>This session was not whole when it was exported: {0}</source><comment>import-missing</comment><translation>Diese Sitzung war beim Export nicht vollständig: {0}</translation></message>
<message><source>Whose recording is it? Say it with --patient ID.</source><comment>import-no-patient</comment><translation>Wessen Aufzeichnung ist es? Mit --patient ID angeben.</translation></message>
<message><source>When did it begin? Say it with --began, such as 2026-01-15T10:32.</source><comment>import-no-began</comment><translation>Wann hat sie begonnen? Mit --began angeben, etwa 2026-01-15T10:32.</translation></message>
<message><source>{0} is no time; write it like 2026-01-15T10:32.</source><comment>import-began-wrong</comment><translation>{0} ist keine Zeit; zu schreiben wie 2026-01-15T10:32.</translation></message>
<message><source>Session {0} does not begin with its opening; «chairside verify» shows what is wrong.</source><comment>session-not-opened</comment><translation>Sitzung {0} beginnt nicht mit ihrer Eröffnung; «chairside verify» zeigt, was nicht stimmt.</translation></message>
<message><source>The entries of session {0} are not in the order of time, or lie more than a month apart; «chairside verify» shows what is wrong.</source><comment>session-out-of-time</comment><translation>Die Einträge der Sitzung {0} sind nicht in der Reihenfolge der Zeit oder liegen mehr als einen Monat auseinander; «chairside verify» zeigt, was nicht stimmt.</translation></message>
<message><source>New session</source><comment>start-title</comment><translation>Neue Sitzung</translation></message>
<message><source>Chair</source><comment>start-chair</comment><translation>Platz</translation></message>
<message><source>Patient id</source><comment>start-patient-id</comment><translation>Patientennummer</translation></message>
<message><source>Initials</source><comment>start-initials</comment><translation>Initialen</translation></message>
<message><source>Birth year</source><comment>start-birth-year</comment><translation>Geburtsjahr</translation></message>
<message><source>Weight</source><comment>start-weight</comment><translation>Gewicht</translation></message>
<message><source>Profile of limits</source><comment>start-watching</comment><translation>Grenzenprofil</translation></message>
<message><source>Profile</source><comment>start-profile</comment><translation>Profil</translation></message>
<message><source>Cuff every</source><comment>start-interval</comment><translation>Blutdruck alle</translation></message>
<message><source>{0} min</source><comment>start-interval-min</comment><translation>{0} min</translation></message>
<message><source>Your initials</source><comment>start-by</comment><translation>Ihre Initialen</translation></message>
<message><source>Kept with every entry.</source><comment>start-by-hint</comment><translation>Stehen bei jedem Eintrag.</translation></message>
<message><source>Cancel</source><comment>start-cancel</comment><translation>Abbrechen</translation></message>
<message><source>Open session</source><comment>start-go</comment><translation>Sitzung öffnen</translation></message>
<message><source>Not started yet: {0}.</source><comment>start-incomplete</comment><translation>Noch nicht begonnen: {0}.</translation></message>
<message><source>Not started yet: {0} (and {1} more below their fields).</source><comment>start-incomplete-more</comment><translation>Noch nicht begonnen: {0} (und {1} weitere unter ihren Feldern).</translation></message>
<message><source>Adult IV</source><comment>profile-adult-iv</comment><translation>Erwachsen i.v.</translation></message>
<message><source>Elderly IV</source><comment>profile-elderly-iv</comment><translation>Ältere i.v.</translation></message>
<message><source>IM / SC</source><comment>profile-im-sc</comment><translation>i.m. / s.c.</translation></message>
<message><source>Intranasal</source><comment>profile-intranasal</comment><translation>Nasal</translation></message>
<message><source>Oral</source><comment>profile-oral</comment><translation>Oral</translation></message>
<message><source>Known of the patient</source><comment>start-modifiers</comment><translation>Bekannt</translation></message>
<message><source>Sedatives, apnoea</source><comment>start-modifier-sedatives</comment><translation>Sedativa, Apnoe</translation></message>
<message><source>On oxygen</source><comment>start-modifier-oxygen</comment><translation>Mit Sauerstoff</translation></message>
<message><source>Raised BP</source><comment>start-modifier-raised-baseline</comment><translation>Erhöhter BD</translation></message>
<message><source>SpO₂ is judged from 94 % (or baseline − 4) instead of 92 %.</source><comment>start-modifier-does-sedatives</comment><translation>SpO₂ wird ab 94 % (oder Ruhewert − 4) statt ab 92 % bewertet.</translation></message>
<message><source>A falling SpO₂ is a late sign on oxygen; count the breaths.</source><comment>start-modifier-does-oxygen</comment><translation>Mit Sauerstoff fällt SpO₂ erst spät; Atemzüge zählen.</translation></message>
<message><source>SBP high follows a baseline above 140, up to 170; a provider has signed for it.</source><comment>start-modifier-does-raised-baseline</comment><translation>SYS hoch folgt einem Ruhewert über 140, bis 170; ärztlich unterschrieben.</translation></message>
<message><source>= {0} lb</source><comment>entry-pounds</comment><translation>= {0} lb</translation></message>
<message><source>weight</source><comment>entry-name-weight</comment><translation>das Gewicht</translation></message>
<message><source>{0} is “{1}”; expected a number such as 82 or 0.5</source><comment>entry-not-a-number</comment><translation>{0} ist „{1}“; erwartet eine Zahl wie 82 oder 0,5</translation></message>
<message><source>patient id is missing; type the clinic's own number</source><comment>entry-no-patient</comment><translation>die Patientennummer fehlt; die Nummer der Praxis eingeben</translation></message>
<message><source>birth year is “{0}”; expected four digits such as 1974</source><comment>entry-birth-year</comment><translation>das Geburtsjahr ist „{0}“; erwartet vier Ziffern wie 1974</translation></message>
<message><source>weight is missing; type it in kg, or choose Watch only</source><comment>entry-no-weight</comment><translation>das Gewicht fehlt; in kg eingeben, oder «Nur Überwachung» wählen</translation></message>
<message><source>your initials are missing; type who starts this session</source><comment>entry-no-nurse</comment><translation>Ihre Initialen fehlen; eingeben, wer diese Sitzung beginnt</translation></message>
<message><source>monitor is missing; choose it from the list</source><comment>entry-no-driver</comment><translation>der Monitor fehlt; aus der Liste wählen</translation></message>
<message><source>port is missing; choose it from the list</source><comment>entry-no-port</comment><translation>der Anschluss fehlt; aus der Liste wählen</translation></message>
<message><source>description file is missing; type where it is, such as alpha.toml</source><comment>entry-no-file</comment><translation>die Beschreibungsdatei fehlt; eingeben, wo sie liegt, etwa alpha.toml</translation></message>
<message><source>{0} is chosen for two devices; each device needs its own port</source><comment>entry-port-twice</comment><translation>{0} ist für zwei Geräte gewählt; jedes braucht einen eigenen Anschluss</translation></message>
<message><source>device {0}: {1}</source><comment>entry-of-device</comment><translation>Gerät {0}: {1}</translation></message>
<message><source>The session of {0} was cut off at {1} ({2}).</source><comment>cut-off</comment><translation>Die Sitzung von {0} wurde um {1} abgebrochen ({2}).</translation></message>
<message><source>{0} min into the infusion</source><comment>cut-off-treating</comment><translation>{0} min nach Infusionsbeginn</translation></message>
<message><source>{0} min after it began, in phase {1}</source><comment>cut-off-other</comment><translation>{0} min nach ihrem Beginn, Phase {1}</translation></message>
<message><source>Resume</source><comment>cut-off-resume</comment><translation>Fortsetzen</translation></message>
<message><source>Leave it</source><comment>cut-off-leave</comment><translation>So lassen</translation></message>
<message><source>Choose its monitors and ports below, then press Resume again.</source><comment>cut-off-device</comment><translation>Unten Monitore und Anschlüsse wählen, dann noch einmal Fortsetzen drücken.</translation></message>
<message><source>Monitors</source><comment>device-heading</comment><translation>Monitore</translation></message>
<message><source>Monitors of this session, the preferred one first</source><comment>device-list</comment><translation>Monitore dieser Sitzung, der bevorzugte zuerst</translation></message>
<message><source>Add another device</source><comment>device-add</comment><translation>Weiteres Gerät</translation></message>
<message><source>Move up</source><comment>device-up</comment><translation>Nach oben</translation></message>
<message><source>Move down</source><comment>device-down</comment><translation>Nach unten</translation></message>
<message><source>Remove</source><comment>device-remove</comment><translation>Entfernen</translation></message>
<message><source>{0}, {1}, {2}, {3}</source><comment>device-row</comment><translation>{0}, {1}, {2}, {3}</translation></message>
<message><source>Monitor not chosen yet</source><comment>device-none</comment><translation>Noch kein Monitor gewählt</translation></message>
<message><source>Monitor of a description file</source><comment>device-described</comment><translation>Monitor laut Beschreibungsdatei</translation></message>
<message><source>no port yet</source><comment>device-no-port</comment><translation>noch kein Anschluss</translation></message>
<message><source>gives {0}</source><comment>device-gives</comment><translation>liefert {0}</translation></message>
<message><source>cuff started from here</source><comment>device-starts-cuff</comment><translation>Manschette von hier startbar</translation></message>
<message><source>Monitor</source><comment>device-drivers</comment><translation>Monitor</translation></message>
<message><source>Port</source><comment>device-ports</comment><translation>Anschluss</translation></message>
<message><source>Look again</source><comment>device-refresh</comment><translation>Neu suchen</translation></message>
<message><source>No port found. Plug in the serial adapter and press Look again, or choose Other address for a serial server.</source><comment>device-no-ports</comment><translation>Kein Anschluss gefunden. Seriellen Adapter einstecken und «Neu suchen» drücken, oder «Andere Adresse» für einen seriellen Server wählen.</translation></message>
<message><source>Other address (serial server) …</source><comment>device-other-port</comment><translation>Andere Adresse (serieller Server) …</translation></message>
<message><source>Port address</source><comment>device-url</comment><translation>Adresse</translation></message>
<message><source>COM3 or socket://192.168.1.20:4001</source><comment>device-url-example</comment><translation>COM3 oder socket://192.168.1.20:4001</translation></message>
<message><source>Other ASCII monitor (description file) …</source><comment>device-other-driver</comment><translation>Anderer ASCII-Monitor (Beschreibungsdatei) …</translation></message>
<message><source>Description file</source><comment>device-file</comment><translation>Beschreibungsdatei</translation></message>
<message><source>alpha.toml</source><comment>device-file-example</comment><translation>alpha.toml</translation></message>
<message><source>The arrow keys go through the files of a folder.</source><comment>device-file-hint</comment><translation>Die Pfeiltasten gehen durch die Dateien eines Ordners.</translation></message>
<message><source>Cable: {0}</source><comment>device-cable</comment><translation>Kabel: {0}</translation></message>
<message><source>Chairside may start this cuff for a repeat reading, never more often than every 2 minutes.</source><comment>device-cuff</comment><translation>Chairside darf diese Manschette zum Nachmessen starten, nie öfter als alle 2 Minuten.</translation></message>
<message><source>Start this cuff</source><comment>device-cuff-name</comment><translation>Diese Manschette starten</translation></message>
<message><source>Off</source><comment>device-cuff-off</comment><translation>Aus</translation></message>
<message><source>On</source><comment>device-cuff-on</comment><translation>An</translation></message>
<message><source>About</source><comment>device-about</comment><translation>Mehr</translation></message>
<message><source>About this monitor</source><comment>device-about-name</comment><translation>Über diesen Monitor</translation></message>
<message><source>Back</source><comment>device-about-back</comment><translation>Zurück</translation></message>
<message><source>Maker</source><comment>port-maker</comment><translation>Hersteller</translation></message>
<message><source>Product</source><comment>port-product</comment><translation>Produkt</translation></message>
<message><source>Serial number</source><comment>port-serial</comment><translation>Seriennummer</translation></message>
<message><source>Place</source><comment>port-location</comment><translation>Ort</translation></message>
<message><source>{0} {1}</source><comment>port-fact</comment><translation>{0} {1}</translation></message>
<message><source>{0} baud</source><comment>line-baud</comment><translation>{0} Baud</translation></message>
<message><source>no parity</source><comment>line-parity-none</comment><translation>ohne Parität</translation></message>
<message><source>even parity</source><comment>line-parity-even</comment><translation>gerade Parität</translation></message>
<message><source>odd parity</source><comment>line-parity-odd</comment><translation>ungerade Parität</translation></message>
<message><source>flow control RTS/CTS</source><comment>line-rtscts</comment><translation>Flusskontrolle RTS/CTS</translation></message>
<message><source>blood pressure</source><comment>sign-bp</comment><translation>Blutdruck</translation></message>
<message><source>heart rate</source><comment>sign-hr</comment><translation>Herzfrequenz</translation></message>
<message><source>SpO₂</source><comment>sign-spo2</comment><translation>SpO₂</translation></message>
<message><source>breathing rate</source><comment>sign-rr</comment><translation>Atemfrequenz</translation></message>
<message><source>{0} ({1})</source><comment>sign-source</comment><translation>{0} ({1})</translation></message>
<message><source>nothing that is watched here</source><comment>sign-none</comment><translation>nichts, was hier überwacht wird</translation></message>
<message><source>{0} and {1}</source><comment>sign-two</comment><translation>{0} und {1}</translation></message>
<message><source>{0}: {1}</source><comment>sign-from</comment><translation>{0}: {1}</translation></message>
<message><source>by hand</source><comment>sign-by-hand</comment><translation>von Hand</translation></message>
<message><source>no device</source><comment>sign-nowhere</comment><translation>kein Gerät</translation></message>
<message><source>○ not tested</source><comment>state-untested</comment><translation>○ nicht getestet</translation></message>
<message><source>◌ searching</source><comment>state-searching</comment><translation>◌ sucht</translation></message>
<message><source>○ found, not chosen</source><comment>state-found</comment><translation>○ gefunden, nicht gewählt</translation></message>
<message><source>◌ listening</source><comment>state-waiting</comment><translation>◌ lauscht</translation></message>
<message><source>● talking</source><comment>state-talking</comment><translation>● spricht</translation></message>
<message><source>○ silent</source><comment>state-silent</comment><translation>○ still</translation></message>
<message><source>! another monitor</source><comment>state-wrong-driver</comment><translation>! anderer Monitor</translation></message>
<message><source>! not reached</source><comment>state-failed</comment><translation>! nicht erreicht</translation></message>
<message><source>Cable</source><comment>about-cable</comment><translation>Kabel</translation></message>
<message><source>Line</source><comment>about-line</comment><translation>Leitung</translation></message>
<message><source>Gives</source><comment>about-gives</comment><translation>Liefert</translation></message>
<message><source>Sent to it</source><comment>about-sends</comment><translation>Wird gesendet</translation></message>
<message><source>Nothing is ever sent; it talks by itself.</source><comment>about-sends-nothing</comment><translation>Es wird nie etwas gesendet; er spricht von selbst.</translation></message>
<message><source>Cuff</source><comment>about-cuff</comment><translation>Manschette</translation></message>
<message><source>Its cuff can be started from here, where you allow it.</source><comment>about-cuff-can</comment><translation>Seine Manschette lässt sich von hier starten, wo Sie es erlauben.</translation></message>
<message><source>Its cuff is never started from here.</source><comment>about-cuff-cannot</comment><translation>Seine Manschette wird nie von hier gestartet.</translation></message>
<message><source>What has been done for this driver</source><comment>about-quality</comment><translation>Was für diesen Treiber getan wurde</translation></message>
<message><source>✓</source><comment>quality-done</comment><translation>✓</translation></message>
<message><source>○</source><comment>quality-todo</comment><translation>○</translation></message>
<message><source>–</source><comment>quality-exempt</comment><translation>–</translation></message>
<message><source>done: {0}</source><comment>quality-said-done</comment><translation>getan: {0}</translation></message>
<message><source>not yet: {0}</source><comment>quality-said-todo</comment><translation>noch nicht: {0}</translation></message>
<message><source>not needed: {0}</source><comment>quality-said-exempt</comment><translation>nicht nötig: {0}</translation></message>
<message><source>{0} · {1}</source><comment>quality-why</comment><translation>{0} · {1}</translation></message>
<message><source>✓ done   ○ not yet   – not needed</source><comment>quality-key</comment><translation>✓ getan   ○ noch nicht   – nicht nötig</translation></message>
<message><source>Find the monitor</source><comment>find-start</comment><translation>Monitor suchen</translation></message>
<message><source>Stop searching</source><comment>find-stop</comment><translation>Suche anhalten</translation></message>
<message><source>Search for the monitor</source><comment>find-progress</comment><translation>Nach dem Monitor suchen</translation></message>
<message><source>Choose the port first; then what is on it is looked for.</source><comment>find-needs-port</comment><translation>Erst den Anschluss wählen; dann wird gesucht, was daran ist.</translation></message>
<message><source>Search stopped.</source><comment>find-stopped</comment><translation>Suche angehalten.</translation></message>
<message><source>This looks like: {0}.</source><comment>find-proposal</comment><translation>Das sieht aus wie: {0}.</translation></message>
<message><source>Use {0}</source><comment>find-use</comment><translation>{0} verwenden</translation></message>
<message><source>No</source><comment>find-refuse</comment><translation>Nein</translation></message>
<message><source>No, choose the monitor by hand</source><comment>find-refuse-name</comment><translation>Nein, Monitor von Hand wählen</translation></message>
<message><source>No monitor was understood on this port. Check that it is on, that its data output is switched on, and the cable: many monitors need a null modem.</source><comment>find-nothing</comment><translation>An diesem Anschluss wurde kein Monitor verstanden. Prüfen Sie, ob er an ist, ob seine Datenausgabe eingeschaltet ist, und das Kabel: Viele Monitore brauchen ein Nullmodem.</translation></message>
<message><source>Test connection</source><comment>test-start</comment><translation>Verbindung testen</translation></message>
<message><source>Stop test</source><comment>test-stop</comment><translation>Test anhalten</translation></message>
<message><source>Not tested yet. The test listens and shows what the monitor says.</source><comment>test-idle</comment><translation>Noch nicht getestet. Der Test lauscht und zeigt, was der Monitor sagt.</translation></message>
<message><source>Test stopped.</source><comment>test-stopped</comment><translation>Test angehalten.</translation></message>
<message><source>Choose the monitor and its port first, then test.</source><comment>test-needs-both</comment><translation>Erst Monitor und Anschluss wählen, dann testen.</translation></message>
<message><source>{0} bytes · {1} frames · {2} bad frames</source><comment>test-counts</comment><translation>{0} Bytes · {1} Pakete · {2} fehlerhaft</translation></message>
<message><source>{0} {1} {2}</source><comment>test-value</comment><translation>{0} {1} {2}</translation></message>
<message><source>{0} {1}</source><comment>test-value-short</comment><translation>{0} {1}</translation></message>
<message><source>What came</source><comment>line-raw</comment><translation>Was kam</translation></message>
<message><source>What was understood</source><comment>line-understood</comment><translation>Was verstanden wurde</translation></message>
<message><source>No line has come yet.</source><comment>line-none</comment><translation>Noch kam keine Zeile.</translation></message>
<message><source>{0}: {1}</source><comment>line-said</comment><translation>{0}: {1}</translation></message>
<message><source>(no end of a line)</source><comment>line-too-long</comment><translation>(kein Zeilenende)</translation></message>
<message><source>means nothing, as described</source><comment>line-ignored</comment><translation>bedeutet laut Beschreibung nichts</translation></message>
<message><source>no value on it</source><comment>line-nothing</comment><translation>kein Wert darauf</translation></message>
<message><source>{0}: {1}</source><comment>line-no-value</comment><translation>{0}: {1}</translation></message>
<message><source>status {0}</source><comment>line-status</comment><translation>Status {0}</translation></message>
<message><source>measured {0}</source><comment>line-time</comment><translation>gemessen {0}</translation></message>
<message><source>Sessions</source><comment>review-title</comment><translation>Sitzungen</translation></message>
<message><source>Back to the chair</source><comment>review-close</comment><translation>Zum Platz</translation></message>
<message><source>Find</source><comment>review-filter</comment><translation>Suchen</translation></message>
<message><source>Patient, date, “cut off” …</source><comment>review-filter-example</comment><translation>Patient, Datum …</translation></message>
<message><source>Recorded sessions</source><comment>review-list</comment><translation>Aufgezeichnete Sitzungen</translation></message>
<message><source>No sessions yet.
A session stands here from the moment it is started.</source><comment>review-none</comment><translation>Noch keine Sitzungen.
Eine Sitzung steht hier, sobald sie begonnen ist.</translation></message>
<message><source>No session matches “{0}”. Clear the filter to see all {1}.</source><comment>review-no-match</comment><translation>Keine Sitzung passt zu „{0}“. Filter leeren, um alle {1} zu sehen.</translation></message>
<message><source>Choose a session on the left.</source><comment>review-choose</comment><translation>Links eine Sitzung wählen.</translation></message>
<message><source>#{0}</source><comment>review-patient</comment><translation>#{0}</translation></message>
<message><source>{0} mg in {1} min</source><comment>review-dose</comment><translation>{0} mg in {1} min</translation></message>
<message><source>{0} mg/kg in {1} min</source><comment>review-dose-per-kg</comment><translation>{0} mg/kg in {1} min</translation></message>
<message><source>watched only</source><comment>review-watch</comment><translation>nur Überwachung</translation></message>
<message><source>peak</source><comment>review-peak-label</comment><translation>max.</translation></message>
<message><source>{0}/{1}</source><comment>review-peak</comment><translation>{0}/{1}</translation></message>
<message><source>open</source><comment>review-open</comment><translation>offen</translation></message>
<message><source>cut off</source><comment>review-cut-off</comment><translation>abgebrochen</translation></message>
<message><source>SIMULATED</source><comment>review-simulated</comment><translation>SIMULATION</translation></message>
<message><source>{0}, patient {1}, {2}, peak {3}, {4} high and {5} medium alarms {6}</source><comment>review-row</comment><translation>{0}, Patient {1}, {2}, Höchstwert {3}, {4} hohe und {5} mittlere Alarme {6}</translation></message>
<message><source>{0} – {1} · {2}</source><comment>review-length</comment><translation>{0} – {1} · {2}</translation></message>
<message><source>started by {0}</source><comment>review-started-by</comment><translation>begonnen von {0}</translation></message>
<message><source>All</source><comment>review-whole</comment><translation>Alles</translation></message>
<message><source>Definitions</source><comment>review-definitions</comment><translation>Begriffe</translation></message>
<message><source>Alarms and events</source><comment>review-events</comment><translation>Alarme und Ereignisse</translation></message>
<message><source>Nothing happened: no alarm, no note, no gap.</source><comment>review-no-events</comment><translation>Nichts geschah: kein Alarm, keine Notiz, keine Lücke.</translation></message>
<message><source>{0}, {1}. {2}</source><comment>review-event-row</comment><translation>{0}, {1}. {2}</translation></message>
<message><source>taken back: {0}</source><comment>review-struck</comment><translation>zurückgenommen: {0}</translation></message>
<message><source>Baseline</source><comment>stat-baseline</comment><translation>Ruhewert</translation></message>
<message><source>Peak SBP</source><comment>stat-peak-sbp</comment><translation>Max. SYS</translation></message>
<message><source>Peak DBP</source><comment>stat-peak-dbp</comment><translation>Max. DIA</translation></message>
<message><source>Peak HR</source><comment>stat-peak-hr</comment><translation>Max. HF</translation></message>
<message><source>Lowest SpO₂</source><comment>stat-lowest-spo2</comment><translation>Min. SpO₂</translation></message>
<message><source>BP above limit</source><comment>stat-above</comment><translation>BD über Grenze</translation></message>
<message><source>Alarms</source><comment>stat-alarms</comment><translation>Alarme</translation></message>
<message><source>Given</source><comment>stat-dose</comment><translation>Gegeben</translation></message>
<message><source>–</source><comment>stat-none</comment><translation>–</translation></message>
<message><source>at {0} · {1}</source><comment>stat-at</comment><translation>um {0} · {1}</translation></message>
<message><source>at {0}</source><comment>stat-at-only</comment><translation>um {0}</translation></message>
<message><source>HR {0} · SpO₂ {1}</source><comment>stat-baseline-rest</comment><translation>HF {0} · SpO₂ {1}</translation></message>
<message><source>cuff gap {0}</source><comment>stat-longest-gap</comment><translation>Messlücke {0}</translation></message>
<message><source>{0} high · {1} medium</source><comment>stat-alarms-value</comment><translation>{0} hoch · {1} mittel</translation></message>
<message><source>{0} per hour · {1} low</source><comment>stat-alarms-rate</comment><translation>{0} pro h · {1} niedrig</translation></message>
<message><source>{0} of {1} mg</source><comment>stat-dose-value</comment><translation>{0} von {1} mg</translation></message>
<message><source>calculated · {0}</source><comment>stat-dose-rest</comment><translation>berechnet · {0}</translation></message>
<message><source>by the pump · {0}</source><comment>stat-dose-pump</comment><translation>laut Pumpe · {0}</translation></message>
<message><source>Peak MAP</source><comment>stat-peak-map</comment><translation>Max. MAD</translation></message>
<message><source>computed · at {0}</source><comment>stat-computed-at</comment><translation>berechnet · um {0}</translation></message>
<message><source>Largest rise</source><comment>stat-rise</comment><translation>Größter Anstieg</translation></message>
<message><source>z {0}</source><comment>stat-z</comment><translation>z {0}</translation></message>
<message><source>Above {0}/{1}</source><comment>stat-above-pair</comment><translation>Über {0}/{1}</translation></message>
<message><source>{0} · {1} mmHg·min</source><comment>stat-areas</comment><translation>{0} · {1} mmHg·min</translation></message>
<message><source>Steepest rise</source><comment>stat-steepest</comment><translation>Steilster Anstieg</translation></message>
<message><source>{0} mmHg/min</source><comment>stat-slope</comment><translation>{0} mmHg/min</translation></message>
<message><source>{0} in {1} min</source><comment>stat-reaches</comment><translation>{0} in {1} min</translation></message>
<message><source>Rate × pressure</source><comment>stat-product</comment><translation>Frequenz × Druck</translation></message>
<message><source>Shock index</source><comment>stat-shock</comment><translation>Schockindex</translation></message>
<message><source>NEWS2, partial</source><comment>stat-news2</comment><translation>NEWS2, teilweise</translation></message>
<message><source>without {0}</source><comment>stat-without</comment><translation>ohne {0}</translation></message>
<message><source>Save as</source><comment>export-path</comment><translation>Speichern als</translation></message>
<message><source>Save</source><comment>export-save</comment><translation>Speichern</translation></message>
<message><source>Not now</source><comment>export-cancel</comment><translation>Nicht jetzt</translation></message>
<message><source>Saved to {0}</source><comment>export-done</comment><translation>Gespeichert in {0}</translation></message>
<message><source>{0} exists already; press Save again to replace it.</source><comment>export-exists</comment><translation>{0} gibt es schon; noch einmal Speichern ersetzt es.</translation></message>
<message><source>Type where to save the file.</source><comment>export-no-path</comment><translation>Eingeben, wo die Datei gespeichert wird.</translation></message>
<message><source>About Chairside</source><comment>about-title</comment><translation>Über Chairside</translation></message>
<message><source>Back</source><comment>about-close</comment><translation>Zurück</translation></message>
<message><source>Chairside reads blood pressure, heart rate and oxygen saturation from the monitor beside a treatment chair, plots them live, raises alarms during ketamine infusions and keeps every session on this computer. It works without a network and without an account.</source><comment>about-what</comment><translation>Chairside liest Blutdruck, Herzfrequenz und Sauerstoffsättigung vom Monitor am Behandlungsplatz, zeigt sie als Kurven, alarmiert während Ketamin-Infusionen und bewahrt jede Sitzung auf diesem Computer. Es arbeitet ohne Netz und ohne Konto.</translation></message>
<message><source>Version {0}</source><comment>about-version</comment><translation>Version {0}</translation></message>
<message><source>Version unknown (not installed as a package)</source><comment>about-version-unknown</comment><translation>Version unbekannt (nicht als Paket installiert)</translation></message>
<message><source>Language</source><comment>about-language</comment><translation>Sprache</translation></message>
<message><source>It counts from the next start of the program.</source><comment>about-language-next</comment><translation>Sie gilt ab dem nächsten Start des Programms.</translation></message>
<message><source>The language cannot be kept in {0}; it stays as it is.</source><comment>about-language-failed</comment><translation>Die Sprache kann nicht in {0} gespeichert werden; sie bleibt, wie sie ist.</translation></message>
<message><source>The record</source><comment>about-record</comment><translation>Die Aufzeichnung</translation></message>
<message><source>Made with</source><comment>about-libraries</comment><translation>Gemacht mit</translation></message>
<message><source>Qt and PySide6 are used under the LGPL, version 3. They are linked dynamically: you may replace the installed PySide6 by your own build of the same version, and you may reverse engineer this program to debug such a change.</source><comment>about-qt</comment><translation>Qt und PySide6 werden unter der LGPL, Version 3, verwendet. Sie sind dynamisch gebunden: Sie dürfen das installierte PySide6 durch einen eigenen Bau derselben Version ersetzen und dieses Programm zur Fehlersuche an einer solchen Änderung zurückentwickeln.</translation></message>
<message><source>Chairside itself is free software under the MIT licence.</source><comment>about-licence</comment><translation>Chairside selbst ist freie Software unter der MIT-Lizenz.</translation></message>
<message><source>by {0}</source><comment>past-by</comment><translation>von {0}</translation></message>
<message><source>by {0}, claimed afterwards</source><comment>past-claimed-by</comment><translation>von {0}, nachträglich übernommen</translation></message>
<message><source>without a name</source><comment>past-nobody</comment><translation>ohne Namen</translation></message>
<message><source>entered {0}</source><comment>past-entered</comment><translation>eingetragen {0}</translation></message>
<message><source>second: {0}</source><comment>past-second</comment><translation>zweite Person: {0}</translation></message>
<message><source>“{0}”</source><comment>past-because</comment><translation>„{0}“</translation></message>
<message><source>taken back by {0}</source><comment>past-taken-back</comment><translation>zurückgenommen von {0}</translation></message>
<message><source>taken back, without a name</source><comment>past-taken-back-nobody</comment><translation>zurückgenommen, ohne Namen</translation></message>
<message><source>{0} {1}</source><comment>past-value</comment><translation>{0} {1}</translation></message>
<message><source>limit {0}</source><comment>past-limit</comment><translation>Grenze {0}</translation></message>
<message><source>acknowledged after {0} by {1}</source><comment>past-acknowledged</comment><translation>quittiert nach {0} von {1}</translation></message>
<message><source>acknowledged after {0}, without a name</source><comment>past-acknowledged-nobody</comment><translation>quittiert nach {0}, ohne Namen</translation></message>
<message><source>not acknowledged</source><comment>past-unanswered</comment><translation>nicht quittiert</translation></message>
<message><source>over after {0}</source><comment>past-over</comment><translation>vorbei nach {0}</translation></message>
<message><source>not confirmed by the repeat</source><comment>past-withdrawn</comment><translation>beim Nachmessen unbestätigt</translation></message>
<message><source>still on at the end</source><comment>past-still-on</comment><translation>am Ende noch da</translation></message>
<message><source>Infusion started</source><comment>past-started</comment><translation>Infusion gestartet</translation></message>
<message><source>Infusion paused</source><comment>past-paused</comment><translation>Infusion angehalten</translation></message>
<message><source>Infusion resumed</source><comment>past-resumed</comment><translation>Infusion fortgesetzt</translation></message>
<message><source>Infusion stopped</source><comment>past-stopped</comment><translation>Infusion beendet</translation></message>
<message><source>Nothing more is given</source><comment>past-stopped-dose</comment><translation>Nichts mehr gegeben</translation></message>
<message><source>allowed by {0}</source><comment>past-allowed</comment><translation>zugelassen von {0}</translation></message>
<message><source>Phase: {0}</source><comment>past-phase</comment><translation>Phase: {0}</translation></message>
<message><source>Ended and signed</source><comment>past-signed</comment><translation>Beendet und unterschrieben</translation></message>
<message><source>Plan: {0}</source><comment>past-plan</comment><translation>Plan: {0}</translation></message>
<message><source>{0} {1}</source><comment>past-drug</comment><translation>{0} {1}</translation></message>
<message><source>Drawn {0} mg</source><comment>past-drawn</comment><translation>{0} mg aufgezogen</translation></message>
<message><source>Wasted {0} mg</source><comment>past-wasted</comment><translation>{0} mg verworfen</translation></message>
<message><source>lot {0}</source><comment>past-lot</comment><translation>Charge {0}</translation></message>
<message><source>vial {0}</source><comment>past-vial</comment><translation>Ampulle {0}</translation></message>
<message><source>expires {0}</source><comment>past-expiry</comment><translation>Verfall {0}</translation></message>
<message><source>expired, used with {0}</source><comment>past-expired</comment><translation>verfallen, verwendet mit {0}</translation></message>
<message><source>witness {0}</source><comment>past-witness</comment><translation>Zeuge {0}</translation></message>
<message><source>{0}: {1} mg</source><comment>past-dose</comment><translation>{0}: {1} mg</translation></message>
<message><source>{0} = {1}</source><comment>past-rate</comment><translation>{0} = {1}</translation></message>
<message><source>calculated {0} mL</source><comment>past-calculated</comment><translation>berechnet {0} ml</translation></message>
<message><source>{0} % off</source><comment>past-off</comment><translation>{0} % daneben</translation></message>
<message><source>Screening: {0} answers</source><comment>past-screening</comment><translation>Screening: {0} Antworten</translation></message>
<message><source>Screening: {0} answers, {1} not clear</source><comment>past-screening-unclear</comment><translation>Screening: {0} Antworten, {1} nicht frei</translation></message>
<message><source>Screening, {0}</source><comment>past-answer</comment><translation>Screening, {0}</translation></message>
<message><source>{0} ({1})</source><comment>past-answer-text</comment><translation>{0} ({1})</translation></message>
<message><source>{0}, was {1}</source><comment>past-answer-was</comment><translation>{0}, war {1}</translation></message>
<message><source>Start decided by {0}</source><comment>past-decision</comment><translation>Start entschieden von {0}</translation></message>
<message><source>item 9: {0}</source><comment>past-item-9</comment><translation>Frage 9: {0}</translation></message>
<message><source>{0}: yes</source><comment>past-ticked</comment><translation>{0}: ja</translation></message>
<message><source>{0}: no</source><comment>past-unticked</comment><translation>{0}: nein</translation></message>
<message><source>Let go: {0}</source><comment>past-let-go</comment><translation>Verzichtet: {0}</translation></message>
<message><source>{0}: still there</source><comment>past-still-there</comment><translation>{0}: noch da</translation></message>
<message><source>{0}: no longer there</source><comment>past-not-there</comment><translation>{0}: nicht mehr da</translation></message>
<message><source>{0} given</source><comment>past-given</comment><translation>{0} gegeben</translation></message>
<message><source>ordered by {0}</source><comment>past-ordered</comment><translation>angeordnet von {0}</translation></message>
<message><source>Skipped: {0}</source><comment>past-skipped</comment><translation>Ausgelassen: {0}</translation></message>
<message><source>pause, reminder</source><comment>past-prompt-paused</comment><translation>Pause, Erinnerung</translation></message>
<message><source>stop the infusion, as the rules say</source><comment>past-prompt-terminate</comment><translation>Infusion beenden, nach den Regeln</translation></message>
<message><source>Entries claimed: {0}</source><comment>past-claimed</comment><translation>Einträge übernommen: {0}</translation></message>
<message><source>Covers this chair for {0}</source><comment>past-cover</comment><translation>Vertritt diesen Platz für {0}</translation></message>
<message><source>Cover ended</source><comment>past-cover-over</comment><translation>Vertretung beendet</translation></message>
<message><source>Chair handed over to {0}</source><comment>past-handed-over</comment><translation>Platz übergeben an {0}</translation></message>
<message><source>Baseline {0}/{1} · HR {2} · SpO₂ {3}</source><comment>past-baseline</comment><translation>Ruhewert {0}/{1} · HF {2} · SpO₂ {3}</translation></message>
<message><source>No baseline</source><comment>past-no-baseline</comment><translation>Kein Ruhewert</translation></message>
<message><source>Sedation score (MOAA/S) {0}</source><comment>past-sedation</comment><translation>Sedierung (MOAA/S) {0}</translation></message>
<message><source>Manual BP {0}/{1}</source><comment>past-manual</comment><translation>BD von Hand {0}/{1}</translation></message>
<message><source>Cuff gave no result: {0}</source><comment>past-cuff-failed</comment><translation>Messung ohne Ergebnis: {0}</translation></message>
<message><source>{0} is the monitor in front: confirmed</source><comment>past-monitor-same</comment><translation>{0} ist der Monitor hier: bestätigt</translation></message>
<message><source>{0} is not this patient's monitor: put aside</source><comment>past-monitor-other</comment><translation>{0} ist nicht der Monitor dieses Patienten: beiseitegelegt</translation></message>
<message><source>{0} limit {1} → {2}</source><comment>past-limit-moved</comment><translation>{0} Grenze {1} → {2}</translation></message>
<message><source>The cuff of {0} may be started from here</source><comment>past-cuff-allowed</comment><translation>Die Manschette von {0} darf von hier gestartet werden</translation></message>
<message><source>The cuff of {0} may no longer be started from here</source><comment>past-cuff-forbidden</comment><translation>Die Manschette von {0} darf nicht mehr von hier gestartet werden</translation></message>
<message><source>The cuff of {0} was asked to measure</source><comment>past-cuff-asked</comment><translation>Messung an {0} verlangt</translation></message>
<message><source>{0} is taken from {1}</source><comment>past-preferred</comment><translation>{0} wird von {1} genommen</translation></message>
<message><source>Clock of the computer was set by {0} s</source><comment>past-clock</comment><translation>Computeruhr um {0} s verstellt</translation></message>
<message><source>Sound paused for {0} s</source><comment>past-audio</comment><translation>Ton für {0} s aus</translation></message>
<message><source>Sound on again</source><comment>past-audio-on</comment><translation>Ton wieder an</translation></message>
<message><source>Program was away</source><comment>past-away</comment><translation>Programm war aus</translation></message>
<message><source>No data from the monitor</source><comment>past-no-data</comment><translation>Keine Daten vom Monitor</translation></message>
<message><source>No data from {0}</source><comment>past-no-data-of</comment><translation>Keine Daten von {0}</translation></message>
<message><source>{0}: {1}</source><comment>past-lost</comment><translation>{0}: {1}</translation></message>
<message><source>for {0}</source><comment>past-for</comment><translation>für {0}</translation></message>
<message><source>until the end</source><comment>past-to-end</comment><translation>bis zum Ende</translation></message>
<message><source>Locked</source><comment>who-locked</comment><translation>Gesperrt</translation></message>
<message><source>Who is here</source><comment>who-open</comment><translation>Wer ist da</translation></message>
<message><source>chair of {0}</source><comment>who-of</comment><translation>Platz von {0}</translation></message>
<message><source>covers {0} {1}</source><comment>who-covers</comment><translation>vertritt {0} {1}</translation></message>
<message><source>{0} covers {1}</source><comment>who-covered</comment><translation>{0} vertritt {1}</translation></message>
<message><source>Signed in: {0}</source><comment>people-title</comment><translation>Angemeldet: {0}</translation></message>
<message><source>Nobody is signed in</source><comment>people-title-none</comment><translation>Niemand ist angemeldet</translation></message>
<message><source>Locked – the chairs go on</source><comment>people-title-locked</comment><translation>Gesperrt – die Plätze laufen weiter</translation></message>
<message><source>Chair {0} is {1}'s.</source><comment>people-chair</comment><translation>Platz {0}: zuständig {1}.</translation></message>
<message><source>Chair {0} is {1}'s; {2} covers it for {3} more.</source><comment>people-chair-covered</comment><translation>Platz {0}: zuständig {1}; {2} vertritt noch {3}.</translation></message>
<message><source>Tap a name to sign in as somebody else.</source><comment>people-switch</comment><translation>Namen antippen, um sich als jemand anderes anzumelden.</translation></message>
<message><source>No staff is enlisted: everybody may do everything, under the name typed at the start. Menu › Staff.</source><comment>people-no-staff</comment><translation>Kein Personal eingetragen: alle dürfen alles, unter dem am Anfang getippten Namen. Menü › Personal.</translation></message>
<message><source>Who is it?</source><comment>sign-in-title</comment><translation>Wer sind Sie?</translation></message>
<message><source>Tap your name, or scan your badge; then the PIN.</source><comment>sign-in-why</comment><translation>Namen antippen oder Ausweis scannen; dann die PIN.</translation></message>
<message><source>Sign in first; what patients may need at once works without.</source><comment>sign-in-needed</comment><translation>Zuerst anmelden; was Patienten sofort brauchen, geht auch so.</translation></message>
<message><source>Sign in, then press it again.</source><comment>sign-in-again</comment><translation>Anmelden, dann noch einmal drücken.</translation></message>
<message><source>The staff cannot be read: {0}</source><comment>sign-in-unread</comment><translation>Das Personal ist nicht lesbar: {0}</translation></message>
<message><source>Nobody here has this badge; tap a name.</source><comment>badge-unknown</comment><translation>Dieser Ausweis gehört hier niemandem; Namen antippen.</translation></message>
<message><source>Lock</source><comment>people-lock</comment><translation>Sperren</translation></message>
<message><source>I cover this chair</source><comment>people-cover</comment><translation>Ich vertrete diesen Platz</translation></message>
<message><source>Somebody covers me</source><comment>people-cover-other</comment><translation>Jemand vertritt mich</translation></message>
<message><source>End the cover</source><comment>people-cover-end</comment><translation>Vertretung beenden</translation></message>
<message><source>Hand over</source><comment>people-hand-over</comment><translation>Übergeben</translation></message>
<message><source>Entries without a name</source><comment>people-claim</comment><translation>Einträge ohne Namen</translation></message>
<message><source>Staff</source><comment>people-staff</comment><translation>Personal</translation></message>
<message><source>Who covers chair {0}?</source><comment>cover-who</comment><translation>Wer vertritt Platz {0}?</translation></message>
<message><source>For 10 min at most; chair {0} stays {1}'s.</source><comment>cover-why</comment><translation>Höchstens 10 min; Platz {0} bleibt bei {1}.</translation></message>
<message><source>Chairside is locked</source><comment>lock-title</comment><translation>Chairside ist gesperrt</translation></message>
<message><source>Entries without a name</source><comment>claim-title</comment><translation>Einträge ohne Namen</translation></message>
<message><source>Entered while the screen was locked. Were they yours?</source><comment>claim-while-locked</comment><translation>Bei gesperrtem Bildschirm eingetragen. Waren es Ihre?</translation></message>
<message><source>Chair {0} has entries without a name. Whose are they? After the end nobody can say it.</source><comment>claim-before-end</comment><translation>Platz {0} hat Einträge ohne Namen. Von wem sind sie? Nach dem Ende kann es niemand mehr sagen.</translation></message>
<message><source>1 entry</source><comment>claim-one</comment><translation>1 Eintrag</translation></message>
<message><source>{0} entries</source><comment>claim-many</comment><translation>{0} Einträge</translation></message>
<message><source>Chair {0} · {1}</source><comment>claim-row</comment><translation>Platz {0} · {1}</translation></message>
<message><source>Mine</source><comment>claim-mine</comment><translation>Meine</translation></message>
<message><source>Not mine</source><comment>claim-not-mine</comment><translation>Nicht meine</translation></message>
<message><source>Somebody else's</source><comment>claim-other</comment><translation>Von jemand anderem</translation></message>
<message><source>End without a name</source><comment>claim-end</comment><translation>Ohne Namen beenden</translation></message>
<message><source>Whose entries are they?</source><comment>claim-whose</comment><translation>Wessen Einträge sind es?</translation></message>
<message><source>answer</source><comment>entry-Acknowledge</comment><translation>Antwort</translation></message>
<message><source>note</source><comment>entry-Note</comment><translation>Notiz</translation></message>
<message><source>note taken back</source><comment>entry-UndoNote</comment><translation>Notiz zurückgenommen</translation></message>
<message><source>end of a symptom</source><comment>entry-EndNote</comment><translation>Ende einer Beschwerde</translation></message>
<message><source>symptom asked about</source><comment>entry-StillPresent</comment><translation>nach Beschwerde gefragt</translation></message>
<message><source>pause</source><comment>entry-PauseInfusion</comment><translation>Pause</translation></message>
<message><source>stop</source><comment>entry-StopInfusion</comment><translation>Ende</translation></message>
<message><source>BP by hand</source><comment>entry-ManualCuff</comment><translation>BD von Hand</translation></message>
<message><source>sound off</source><comment>entry-PauseAudio</comment><translation>Ton aus</translation></message>
<message><source>sound on</source><comment>entry-ResumeAudio</comment><translation>Ton an</translation></message>
<message><source>emergency</source><comment>entry-BeginEmergency</comment><translation>Notfall</translation></message>
<message><source>emergency answered</source><comment>entry-AnswerEmergency</comment><translation>Notfall beantwortet</translation></message>
<message><source>emergency stamp</source><comment>entry-EmergencyStamp</comment><translation>Notfall-Zeitmarke</translation></message>
<message><source>stamp taken back</source><comment>entry-UndoStamp</comment><translation>Zeitmarke zurückgenommen</translation></message>
<message><source>end of the emergency</source><comment>entry-EndEmergency</comment><translation>Ende des Notfalls</translation></message>
<message><source>{0} ×{1}</source><comment>entry-times</comment><translation>{0} ×{1}</translation></message>
<message><source>Hand over</source><comment>handover-title</comment><translation>Übergeben</translation></message>
<message><source>Tap a chair to leave it out. Alarms that were acknowledged speak again to the newcomer.</source><comment>handover-why</comment><translation>Einen Platz antippen, um ihn auszulassen. Quittierte Alarme melden sich bei der neuen Person wieder.</translation></message>
<message><source>No session is running; there is nothing to hand over.</source><comment>handover-none</comment><translation>Keine Sitzung läuft; es gibt nichts zu übergeben.</translation></message>
<message><source>Hand over to …</source><comment>handover-to</comment><translation>Übergeben an …</translation></message>
<message><source>Who takes on {0}?</source><comment>handover-who</comment><translation>Wer übernimmt {0}?</translation></message>
<message><source>With the PIN of whoever takes over, the chairs are hers.</source><comment>handover-pin</comment><translation>Mit der PIN der neuen Person gehören ihr die Plätze.</translation></message>
<message><source>{0}: handed over to {1}</source><comment>handover-done</comment><translation>{0}: übergeben an {1}</translation></message>
<message><source>chair {0}</source><comment>handover-chair</comment><translation>Platz {0}</translation></message>
<message><source>chairs {0}</source><comment>handover-chairs</comment><translation>Plätze {0}</translation></message>
<message><source>{0} of {1} mg (calculated)</source><comment>handover-dose</comment><translation>{0} von {1} mg (berechnet)</translation></message>
<message><source>{0} mg (calculated)</source><comment>handover-given</comment><translation>{0} mg (berechnet)</translation></message>
<message><source>nothing given</source><comment>handover-no-dose</comment><translation>nichts gegeben</translation></message>
<message><source>BP {0}/{1}, {2}</source><comment>handover-bp</comment><translation>BD {0}/{1}, {2}</translation></message>
<message><source>no BP yet</source><comment>handover-no-bp</comment><translation>noch kein BD</translation></message>
<message><source>no alarms</source><comment>handover-no-alarm</comment><translation>keine Alarme</translation></message>
<message><source>open: {0}</source><comment>handover-alarms</comment><translation>offen: {0}</translation></message>
<message><source>still there: {0}</source><comment>handover-symptoms</comment><translation>noch da: {0}</translation></message>
<message><source>{0} in {1}</source><comment>handover-next</comment><translation>{0} in {1}</translation></message>
<message><source>{0} overdue {1}</source><comment>handover-next-over</comment><translation>{0} überfällig {1}</translation></message>
<message><source>nothing is due</source><comment>handover-no-next</comment><translation>nichts ist fällig</translation></message>
<message><source>also overdue: {0}</source><comment>handover-overdue</comment><translation>auch überfällig: {0}</translation></message>
<message><source>escort: {0}</source><comment>handover-escort</comment><translation>Begleitung: {0}</translation></message>
<message><source>escort: not asked</source><comment>handover-no-escort</comment><translation>Begleitung: nicht gefragt</translation></message>
<message><source>{0} without a name</source><comment>handover-unclaimed</comment><translation>{0} ohne Namen</translation></message>
<message><source>off monitor {0}</source><comment>handover-off</comment><translation>nicht am Monitor {0}</translation></message>
<message><source>distress</source><comment>handover-distress</comment><translation>Unruhe</translation></message>
<message><source>{0}'s</source><comment>handover-owner</comment><translation>bei {0}</translation></message>
<message><source>left out</source><comment>handover-kept</comment><translation>ausgelassen</translation></message>
<message><source>Staff</source><comment>menu-staff</comment><translation>Personal</translation></message>
<message><source>Sign in, lock, hand over</source><comment>menu-people</comment><translation>Anmelden, sperren, übergeben</translation></message>
<message><source>Staff</source><comment>staff-title</comment><translation>Personal</translation></message>
<message><source>Close</source><comment>staff-close</comment><translation>Schließen</translation></message>
<message><source>Enlisted</source><comment>staff-here</comment><translation>Eingetragen</translation></message>
<message><source>No staff is enlisted. Sessions bear the name that is typed when they begin, and the window is never locked. The first one may be enlisted by anybody.</source><comment>staff-empty</comment><translation>Kein Personal eingetragen. Sitzungen tragen den Namen, der am Anfang getippt wird, und das Fenster wird nie gesperrt. Die erste Person darf jeder eintragen.</translation></message>
<message><source>Enlist</source><comment>staff-new</comment><translation>Eintragen</translation></message>
<message><source>Name</source><comment>staff-name</comment><translation>Name</translation></message>
<message><source>Role</source><comment>staff-role</comment><translation>Rolle</translation></message>
<message><source>PIN, 4 to 12 digits</source><comment>staff-pin</comment><translation>PIN, 4 bis 12 Ziffern</translation></message>
<message><source>The PIN again</source><comment>staff-pin-again</comment><translation>PIN noch einmal</translation></message>
<message><source>Enlist</source><comment>staff-add</comment><translation>Eintragen</translation></message>
<message><source>Retire</source><comment>staff-retire</comment><translation>Austragen</translation></message>
<message><source>Retire {0}?</source><comment>staff-retire-sure</comment><translation>{0} austragen?</translation></message>
<message><source>Retire {0}</source><comment>staff-retire-name</comment><translation>{0} austragen</translation></message>
<message><source>New PIN</source><comment>staff-new-pin</comment><translation>Neue PIN</translation></message>
<message><source>New PIN of {0}</source><comment>staff-new-pin-name</comment><translation>Neue PIN von {0}</translation></message>
<message><source>New PIN of {0}</source><comment>staff-new-pin-title</comment><translation>Neue PIN von {0}</translation></message>
<message><source>Keep the PIN</source><comment>staff-keep-pin</comment><translation>PIN speichern</translation></message>
<message><source>Back</source><comment>staff-cancel</comment><translation>Zurück</translation></message>
<message><source>The two PINs differ; type them again.</source><comment>staff-pins-differ</comment><translation>Die beiden PINs sind verschieden; noch einmal eingeben.</translation></message>
<message><source>{0} has a new PIN.</source><comment>staff-pin-kept</comment><translation>{0} hat eine neue PIN.</translation></message>
<message><source>Only a supervisor enlists and retires; everybody may give herself a new PIN.</source><comment>staff-only-look</comment><translation>Nur die Leitung trägt ein und aus; jeder kann sich eine neue PIN geben.</translation></message>
<message><source>Locks by itself after</source><comment>staff-lock</comment><translation>Sperrt von selbst nach</translation></message>
<message><source>{0} min</source><comment>staff-lock-min</comment><translation>{0} min</translation></message>
<message><source>{0} min is no time for the lock; it can be {1} to {2} min.</source><comment>staff-lock-wrong</comment><translation>{0} min geht nicht für die Sperre; möglich sind {1} bis {2} min.</translation></message>
<message><source>The time of the lock cannot be kept in {0}.</source><comment>staff-lock-failed</comment><translation>Die Zeit der Sperre kann nicht gespeichert werden in {0}.</translation></message>
<message><source>Hand over…</source><comment>hand-over-open</comment><translation>Übergeben …</translation></message>
<message><source>Hand over these {0}…</source><comment>hand-over-these</comment><translation>Diese {0} übergeben …</translation></message>
<message><source>More than {0} sessions are too many at once; narrow the list first.</source><comment>hand-over-too-many</comment><translation>Mehr als {0} Sitzungen sind auf einmal zu viele; zuerst die Liste eingrenzen.</translation></message>
<message><source>Hand over this session</source><comment>hand-over-one</comment><translation>Diese Sitzung übergeben</translation></message>
<message><source>Hand over {0} sessions</source><comment>hand-over-many</comment><translation>{0} Sitzungen übergeben</translation></message>
<message><source>Folder</source><comment>hand-over-into</comment><translation>Ordner</translation></message>
<message><source>Format</source><comment>hand-over-format</comment><translation>Format</translation></message>
<message><source>CSV</source><comment>hand-over-csv</comment><translation>CSV</translation></message>
<message><source>FHIR</source><comment>hand-over-fhir</comment><translation>FHIR</translation></message>
<message><source>HL7</source><comment>hand-over-hl7</comment><translation>HL7</translation></message>
<message><source>EDF+</source><comment>hand-over-edf</comment><translation>EDF+</translation></message>
<message><source>.vital</source><comment>hand-over-vital</comment><translation>.vital</translation></message>
<message><source>Whole session</source><comment>hand-over-json</comment><translation>Ganze Sitzung</translation></message>
<message><source>PDF page</source><comment>hand-over-pdf</comment><translation>PDF-Seite</translation></message>
<message><source>Text</source><comment>hand-over-text</comment><translation>Text</translation></message>
<message><source>Every value as a line, for a spreadsheet or a study.</source><comment>hand-over-what-csv</comment><translation>Jeder Wert als Zeile, für eine Tabellenkalkulation oder eine Studie.</translation></message>
<message><source>A FHIR R4 bundle, for a record system that takes files.</source><comment>hand-over-what-fhir</comment><translation>Ein FHIR-R4-Bündel, für ein Praxissystem, das Dateien annimmt.</translation></message>
<message><source>One HL7 v2.6 message, for an interface engine.</source><comment>hand-over-what-hl7</comment><translation>Eine HL7-v2.6-Nachricht, für einen Kommunikationsserver.</translation></message>
<message><source>Values, waves and events, for signal programs.</source><comment>hand-over-what-edf</comment><translation>Werte, Kurven und Ereignisse, für Signalprogramme.</translation></message>
<message><source>Values, waves and events, for Vital Recorder and VitalDB.</source><comment>hand-over-what-vital</comment><translation>Werte, Kurven und Ereignisse, für Vital Recorder und VitalDB.</translation></message>
<message><source>All of it, to be taken in by Chairside on another computer.</source><comment>hand-over-what-json</comment><translation>Alles, zur Übernahme durch Chairside auf einem anderen Computer.</translation></message>
<message><source>The page for the chart.</source><comment>hand-over-what-pdf</comment><translation>Die Seite für die Akte.</translation></message>
<message><source>A short text to be pasted into a record system.</source><comment>hand-over-what-text</comment><translation>Ein kurzer Text zum Einfügen in ein Praxissystem.</translation></message>
<message><source>Without names</source><comment>hand-over-nameless</comment><translation>Ohne Namen</translation></message>
<message><source>Patient and staff become numbers, days are moved, notes are left out. Look at it before you pass it on.</source><comment>hand-over-nameless-why</comment><translation>Patient und Personal werden zu Nummern, Tage werden verschoben, Notizen entfallen. Vor der Weitergabe durchsehen.</translation></message>
<message><source>{0} is no folder that is there; make it, or choose another.</source><comment>hand-over-no-folder</comment><translation>{0} ist kein vorhandener Ordner; anlegen oder einen anderen wählen.</translation></message>
<message><source>{0} of these files exist in {1} already; press Save again to replace them.</source><comment>hand-over-there</comment><translation>{0} dieser Dateien gibt es in {1} schon; zum Ersetzen noch einmal Speichern drücken.</translation></message>
<message><source>Send to {0}</source><comment>hand-over-send</comment><translation>An {0} senden</translation></message>
<message><source>Cancel</source><comment>hand-over-cancel</comment><translation>Abbrechen</translation></message>
<message><source>{0} of {1}</source><comment>hand-over-progress</comment><translation>{0} von {1}</translation></message>
<message><source>{0} sessions saved in {1}</source><comment>hand-over-done-many</comment><translation>{0} Sitzungen gespeichert in {1}</translation></message>
<message><source>{0}: {1}</source><comment>hand-over-first-failed</comment><translation>{0}: {1}</translation></message>
<message><source>{0} of {1} sessions saved in {2}. {3}</source><comment>hand-over-some</comment><translation>{0} von {1} Sitzungen gespeichert in {2}. {3}</translation></message>
<message><source>Cancelled: {0} of {1} sessions saved in {2}</source><comment>hand-over-cut</comment><translation>Abgebrochen: {0} von {1} Sitzungen gespeichert in {2}</translation></message>
<message><source>{0} of {1} sessions saved in {2}. Not saved: {3}: {4}</source><comment>hand-over-some-failed</comment><translation>{0} von {1} Sitzungen gespeichert in {2}. Nicht gespeichert: {3}: {4}</translation></message>
<message><source>Chairside – instructor</source><comment>instructor-window</comment><translation>Chairside – Kursleitung</translation></message>
<message><source>Instructor</source><comment>instructor-title</comment><translation>Kursleitung</translation></message>
<message><source>{0} · {1} · learner {2}</source><comment>instructor-lesson</comment><translation>{0} · {1} · übt: {2}</translation></message>
<message><source>Simulated time {0}</source><comment>instructor-clock</comment><translation>Simulierte Zeit {0}</translation></message>
<message><source>Hidden cause: {0}</source><comment>instructor-hidden</comment><translation>Verborgene Ursache: {0}</translation></message>
<message><source>Speed</source><comment>instructor-speed</comment><translation>Tempo</translation></message>
<message><source>Freeze</source><comment>instructor-freeze</comment><translation>Anhalten</translation></message>
<message><source>Go on</source><comment>instructor-go-on</comment><translation>Weiter</translation></message>
<message><source>FROZEN</source><comment>instructor-frozen</comment><translation>ANGEHALTEN</translation></message>
<message><source>×{0}</source><comment>instructor-times</comment><translation>×{0}</translation></message>
<message><source>×{0} of ×{1}: the computer is too slow</source><comment>instructor-reached</comment><translation>×{0} statt ×{1}: Computer zu langsam</translation></message>
<message><source>The lesson is over</source><comment>instructor-over</comment><translation>Die Lektion ist beendet</translation></message>
<message><source>The truth</source><comment>truth-title</comment><translation>Wahrheit</translation></message>
<message><source>Patient</source><comment>truth-patient</comment><translation>Patient</translation></message>
<message><source>Monitor</source><comment>truth-monitor</comment><translation>Monitor</translation></message>
<message><source>Screen</source><comment>truth-program</comment><translation>Anzeige</translation></message>
<message><source>measuring</source><comment>truth-measuring</comment><translation>misst</translation></message>
<message><source>Truth and cuff readings, last {0}</source><comment>truth-course</comment><translation>Wahrheit und Messungen, letzte {0}</translation></message>
<message><source>Drug effect</source><comment>truth-effect</comment><translation>Wirkung</translation></message>
<message><source>{0} % of the full effect</source><comment>truth-effect-of</comment><translation>{0} % der vollen Wirkung</translation></message>
<message><source>Really given</source><comment>truth-given</comment><translation>Echte Dosis</translation></message>
<message><source>{0} mg</source><comment>truth-given-mg</comment><translation>{0} mg</translation></message>
<message><source>Phase</source><comment>truth-phase</comment><translation>Phase</translation></message>
<message><source>Alarms on the learner's screen</source><comment>learner-alarms</comment><translation>Alarme auf dem Bildschirm</translation></message>
<message><source>No alarm</source><comment>learner-no-alarms</comment><translation>Kein Alarm</translation></message>
<message><source>{0} unanswered</source><comment>learner-unanswered</comment><translation>{0} unbeantwortet</translation></message>
<message><source>for {0}</source><comment>learner-for</comment><translation>seit {0}</translation></message>
<message><source>Patient</source><comment>trigger-group-patient</comment><translation>Patient</translation></message>
<message><source>The patient says or shows</source><comment>trigger-group-cues</comment><translation>Patient sagt oder zeigt</translation></message>
<message><source>Sensors</source><comment>trigger-group-sensors</comment><translation>Sensoren</translation></message>
<message><source>Wire</source><comment>trigger-group-wire</comment><translation>Leitung</translation></message>
<message><source>At the bedside, by the learner's hand</source><comment>trigger-group-hands</comment><translation>Am Patienten, von Hand</translation></message>
<message><source>What the buttons are about</source><comment>trigger-parts</comment><translation>Was die Tasten betreffen</translation></message>
<message><source>Patient</source><comment>trigger-part-patient</comment><translation>Patient</translation></message>
<message><source>Monitor</source><comment>trigger-part-monitor</comment><translation>Monitor</translation></message>
<message><source>Bedside</source><comment>trigger-part-bedside</comment><translation>Am Patienten</translation></message>
<message><source>Strength</source><comment>trigger-strength</comment><translation>Stärke</translation></message>
<message><source>Mild</source><comment>trigger-mild</comment><translation>Leicht</translation></message>
<message><source>Severe</source><comment>trigger-severe</comment><translation>Schwer</translation></message>
<message><source>Extreme</source><comment>trigger-extreme</comment><translation>Extrem</translation></message>
<message><source>How long</source><comment>trigger-lasting</comment><translation>Dauer</translation></message>
<message><source>Short</source><comment>trigger-short</comment><translation>Kurz</translation></message>
<message><source>Usual</source><comment>trigger-usual</comment><translation>Üblich</translation></message>
<message><source>Long</source><comment>trigger-long</comment><translation>Lang</translation></message>
<message><source>Pressure rises</source><comment>trigger-pressure-up</comment><translation>Druck steigt</translation></message>
<message><source>Pressure falls</source><comment>trigger-pressure-down</comment><translation>Druck fällt</translation></message>
<message><source>Vasovagal faint</source><comment>trigger-faint</comment><translation>Synkope</translation></message>
<message><source>Panic</source><comment>trigger-panic</comment><translation>Panik</translation></message>
<message><source>SVT / AF</source><comment>trigger-fast-rhythm</comment><translation>SVT / VHF</translation></message>
<message><source>Bradycardia</source><comment>trigger-slow-heart</comment><translation>Bradykardie</translation></message>
<message><source>Desaturation</source><comment>trigger-oxygen-falls</comment><translation>Entsättigung</translation></message>
<message><source>Apnoea</source><comment>trigger-no-breath</comment><translation>Apnoe</translation></message>
<message><source>Probe off</source><comment>trigger-probe-off</comment><translation>Sensor ab</translation></message>
<message><source>Motion</source><comment>trigger-motion</comment><translation>Bewegung</translation></message>
<message><source>Cold finger</source><comment>trigger-cold-finger</comment><translation>Kalter Finger</translation></message>
<message><source>Electrode off</source><comment>trigger-electrode-off</comment><translation>Elektrode ab</translation></message>
<message><source>Cuff fails</source><comment>trigger-cuff-fails</comment><translation>Fehlmessung</translation></message>
<message><source>Next cuff gives</source><comment>trigger-next-cuff</comment><translation>Messwert wird</translation></message>
<message><source>Cuff on probe arm</source><comment>trigger-same-arm</comment><translation>Gleicher Arm</translation></message>
<message><source>Press START</source><comment>trigger-press-start</comment><translation>START drücken</translation></message>
<message><source>Cable out</source><comment>trigger-cable-out</comment><translation>Kabel ab</translation></message>
<message><source>Monitor silent</source><comment>trigger-wire-silent</comment><translation>Monitor stumm</translation></message>
<message><source>Noise</source><comment>trigger-wire-noise</comment><translation>Störung</translation></message>
<message><source>Half frames</source><comment>trigger-wire-half-frames</comment><translation>Halbe Nachricht</translation></message>
<message><source>Wrong speed</source><comment>trigger-wire-wrong-baud</comment><translation>Falsche Baudrate</translation></message>
<message><source>Slow</source><comment>trigger-wire-slow</comment><translation>Verzögert</translation></message>
<message><source>Old value again</source><comment>trigger-wire-stale</comment><translation>Alte Werte</translation></message>
<message><source>Monitor restarts</source><comment>trigger-wire-restart</comment><translation>Neustart</translation></message>
<message><source>One byte only</source><comment>trigger-wire-stuck</comment><translation>Nur ein Byte</translation></message>
<message><source>Wrong clock</source><comment>trigger-wire-clock-skew</comment><translation>Falsche Uhr</translation></message>
<message><source>Battery low</source><comment>trigger-wire-battery-low</comment><translation>Akku schwach</translation></message>
<message><source>{0}: {1} on this chair’s monitor, so it would do nothing.</source><comment>trigger-lacks</comment><translation>{0}: {1} am Monitor dieses Platzes, es bliebe ohne Wirkung.</translation></message>
<message><source>no cuff</source><comment>trigger-lacks-cuff</comment><translation>keine Manschette</translation></message>
<message><source>no probe</source><comment>trigger-lacks-probe</comment><translation>kein Sensor</translation></message>
<message><source>no ECG</source><comment>trigger-lacks-electrodes</comment><translation>kein EKG</translation></message>
<message><source>no clock</source><comment>trigger-lacks-clock</comment><translation>keine Uhr</translation></message>
<message><source>no battery</source><comment>trigger-lacks-battery</comment><translation>kein Akku</translation></message>
<message><source>Headache</source><comment>trigger-cue-severe-headache</comment><translation>Kopfschmerz</translation></message>
<message><source>Tense, no pain</source><comment>trigger-cue-tense</comment><translation>Angespannt</translation></message>
<message><source>Pale, faint</source><comment>trigger-cue-pale</comment><translation>Blass</translation></message>
<message><source>Snoring</source><comment>trigger-cue-snoring</comment><translation>Schnarcht</translation></message>
<message><source>Ask patient</source><comment>trigger-hand-ask-patient</comment><translation>Befragen</translation></message>
<message><source>Press START</source><comment>trigger-hand-re-measure</comment><translation>START drücken</translation></message>
<message><source>Check cuff</source><comment>trigger-hand-check-cuff</comment><translation>Manschette</translation></message>
<message><source>Check probe</source><comment>trigger-hand-check-probe</comment><translation>Sensor</translation></message>
<message><source>Check cable</source><comment>trigger-hand-check-cable</comment><translation>Kabel</translation></message>
<message><source>Stimulate</source><comment>trigger-hand-stimulate</comment><translation>Wecken</translation></message>
<message><source>Give oxygen</source><comment>trigger-hand-oxygen</comment><translation>Sauerstoff</translation></message>
<message><source>to {0} %</source><comment>figures-down-to</comment><translation>auf {0} %</translation></message>
<message><source>{0}, SpO₂ {1} %</source><comment>figures-no-breath</comment><translation>{0}, SpO₂ {1} %</translation></message>
<message><source>next readings: {0}</source><comment>figures-next-times</comment><translation>nächste {0}</translation></message>
<message><source>{0} /min</source><comment>figures-rate</comment><translation>{0} /min</translation></message>
<message><source>at once</source><comment>figures-at-once</comment><translation>sofort</translation></message>
<message><source>{0} late</source><comment>figures-late</comment><translation>+{0}</translation></message>
<message><source>until ended</source><comment>figures-until-ended</comment><translation>bis beendet</translation></message>
<message><source>the monitor speaks again</source><comment>mishap-wire-mended-silent</comment><translation>Monitor sendet wieder</translation></message>
<message><source>no noise on the wire any more</source><comment>mishap-wire-mended-noise</comment><translation>keine Störung auf der Leitung mehr</translation></message>
<message><source>other bytes again</source><comment>mishap-wire-mended-stuck</comment><translation>wieder andere Bytes</translation></message>
<message><source>the monitor’s clock is right again</source><comment>mishap-wire-mended-clock-skew</comment><translation>die Uhr des Monitors geht wieder richtig</translation></message>
<message><source>the monitor’s battery is charged again</source><comment>mishap-wire-mended-battery-low</comment><translation>der Akku des Monitors ist wieder geladen</translation></message>
<message><source>whole frames again</source><comment>mishap-wire-mended-half-frames</comment><translation>wieder ganze Nachrichten</translation></message>
<message><source>the right speed again</source><comment>mishap-wire-mended-wrong-baud</comment><translation>wieder die richtige Baudrate</translation></message>
<message><source>no delay any more</source><comment>mishap-wire-mended-slow</comment><translation>keine Verzögerung mehr</translation></message>
<message><source>new values again</source><comment>mishap-wire-mended-stale</comment><translation>wieder neue Werte</translation></message>
<message><source>the monitor is on again</source><comment>mishap-wire-mended-restart</comment><translation>Monitor ist wieder an</translation></message>
<message><source>Going on</source><comment>running-title</comment><translation>Läuft</translation></message>
<message><source>Nothing was let happen that still goes on.</source><comment>running-nothing</comment><translation>Nichts Ausgelöstes dauert an.</translation></message>
<message><source>{0} left</source><comment>running-left</comment><translation>noch {0}</translation></message>
<message><source>next readings: {0}</source><comment>running-readings</comment><translation>nächste {0}</translation></message>
<message><source>until ended, for {0}</source><comment>running-until-ended</comment><translation>bis beendet, seit {0}</translation></message>
<message><source>End</source><comment>running-end</comment><translation>Ende</translation></message>
<message><source>End: {0}</source><comment>running-end-of</comment><translation>Beenden: {0}</translation></message>
<message><source>What happened</source><comment>story-title</comment><translation>Verlauf</translation></message>
<message><source>A note for the debrief</source><comment>note-hint</comment><translation>Notiz für die Nachbesprechung</translation></message>
<message><source>A note</source><comment>note-hint-short</comment><translation>Notiz</translation></message>
<message><source>Add note</source><comment>note-add</comment><translation>Notieren</translation></message>
<message><source>Finish and debrief</source><comment>instructor-finish</comment><translation>Beenden und nachbesprechen</translation></message>
<message><source>Press again to finish the lesson</source><comment>instructor-finish-sure</comment><translation>Zum Beenden nochmals drücken</translation></message>
<message><source>There is no receiver; set one with chairside send --receiver HOST:PORT.</source><comment>post-none</comment><translation>Es gibt keinen Empfänger; einen festlegen mit chairside send --receiver HOST:PORT.</translation></message>
<message><source>There is no receiver yet; say where to send to first.</source><comment>post-none-here</comment><translation>Es gibt noch keinen Empfänger; zuerst angeben, wohin gesendet wird.</translation></message>
<message><source>A session runs here; many sessions are handed over when it is over, one at any time.</source><comment>batch-running</comment><translation>Hier läuft eine Sitzung; viele Sitzungen werden danach übergeben, eine einzelne jederzeit.</translation></message>
<message><source>Sessions are sent to {0} by TLS.</source><comment>post-receiver</comment><translation>Sitzungen werden über TLS an {0} gesendet.</translation></message>
<message><source>Sessions are sent to {0} IN CLEAR: everybody on the way can read them; use TLS.</source><comment>post-receiver-clear</comment><translation>Sitzungen werden UNVERSCHLÜSSELT an {0} gesendet: Jeder auf dem Weg kann sie lesen; TLS verwenden.</translation></message>
<message><source>From now on nothing is sent.</source><comment>post-receiver-gone</comment><translation>Ab jetzt wird nichts gesendet.</translation></message>
<message><source>{0} is no host; write HOST, HOST:PORT or [ADDRESS]:PORT.</source><comment>post-receiver-wrong</comment><translation>{0} ist kein Rechner; HOST, HOST:PORT oder [ADRESSE]:PORT schreiben.</translation></message>
<message><source>{0} cannot be written ({1}); choose another folder or make room.</source><comment>post-receiver-failed</comment><translation>{0} kann nicht geschrieben werden ({1}); einen anderen Ordner wählen oder Platz schaffen.</translation></message>
<message><source>{0} is no longer the receiver; hand the session over anew.</source><comment>post-other-receiver</comment><translation>{0} ist nicht mehr der Empfänger; die Sitzung neu übergeben.</translation></message>
<message><source>Session {0} is simulated: nothing of it is sent to a record system.</source><comment>post-simulated</comment><translation>Sitzung {0} ist simuliert: Nichts davon wird an ein Praxissystem gesendet.</translation></message>
<message><source>Session {0} is no longer in the record.</source><comment>post-no-session</comment><translation>Die Sitzung {0} ist nicht mehr in der Aufzeichnung.</translation></message>
<message><source>The queue in {0} cannot be used ({1}); make room or give back the folder.</source><comment>post-box-failed</comment><translation>Die Warteschlange in {0} ist nicht nutzbar ({1}); Platz schaffen oder den Ordner wieder freigeben.</translation></message>
<message><source>Nothing waits to be sent.</source><comment>post-empty</comment><translation>Nichts wartet auf das Senden.</translation></message>
<message><source>{0} was taken by {1}.</source><comment>post-sent</comment><translation>{0} wurde von {1} angenommen.</translation></message>
<message><source>{0} waits for {1}; tries so far: {2}. {3}</source><comment>post-waits</comment><translation>{0} wartet auf {1}; bisherige Versuche: {2}. {3}</translation></message>
<message><source>{0} waits for {1}.</source><comment>post-waits-first</comment><translation>{0} wartet auf {1}.</translation></message>
<message><source>{0} was refused by {1}: {2}</source><comment>post-refused</comment><translation>{0} wurde von {1} abgelehnt: {2}</translation></message>
<message><source>Session {0} waits to be sent to {1}.</source><comment>post-queued</comment><translation>Die Sitzung {0} wartet auf das Senden an {1}.</translation></message>
<message><source>{0} cannot vouch for a host ({1}); give a PEM file of an authority.</source><comment>post-authority-wrong</comment><translation>{0} kann für keinen Rechner bürgen ({1}); eine PEM-Datei einer Zertifizierungsstelle angeben.</translation></message>
<message><source>Sending</source><comment>day-sending</comment><translation>Senden</translation></message>
<message><source>Sending · {0} refused</source><comment>post-part-refused</comment><translation>Senden · {0} abgelehnt</translation></message>
<message><source>Sending · {0} waiting</source><comment>post-part-waiting</comment><translation>Senden · {0} wartend</translation></message>
<message><source>Sending · cannot be read</source><comment>post-part-trouble</comment><translation>Senden · nicht lesbar</translation></message>
<message><source>Not sent yet</source><comment>post-open</comment><translation>Noch nicht gesendet</translation></message>
<message><source>Sent in the last {0} days</source><comment>post-lately</comment><translation>Gesendet in den letzten {0} Tagen</translation></message>
<message><source>Nothing waits, and nothing was refused.</source><comment>post-nothing-open</comment><translation>Nichts wartet, und nichts wurde abgelehnt.</translation></message>
<message><source>None.</source><comment>post-nothing-sent</comment><translation>Keine.</translation></message>
<message><source>{0} more; «chairside send --list» names them all.</source><comment>post-more</comment><translation>{0} weitere; «chairside send --list» nennt alle.</translation></message>
<message><source>Session {0}</source><comment>post-row</comment><translation>Sitzung {0}</translation></message>
<message><source>Not taken, {0}: {1}</source><comment>post-row-refused</comment><translation>Nicht angenommen, {0}: {1}</translation></message>
<message><source>Waits for {0} since {1}.</source><comment>post-row-first</comment><translation>Wartet auf {0} seit {1}.</translation></message>
<message><source>Waits for {0}; next try {2}. Tried {3} times: {1}.</source><comment>post-row-waits</comment><translation>Wartet auf {0}; nächster Versuch {2}. {3} Mal versucht: {1}.</translation></message>
<message><source>Waits for {0}; next try {2}. Tried once: {1}.</source><comment>post-row-waits-once</comment><translation>Wartet auf {0}; nächster Versuch {2}. Einmal versucht: {1}.</translation></message>
<message><source>Taken by {0}, {1}; handed over by {2}.</source><comment>post-row-sent</comment><translation>Angenommen von {0}, {1}; übergeben von {2}.</translation></message>
<message><source>Try again</source><comment>post-again</comment><translation>Erneut versuchen</translation></message>
<message><source>Send once more</source><comment>post-once-more</comment><translation>Noch einmal senden</translation></message>
<message><source>Take off the list</source><comment>post-drop</comment><translation>Von der Liste</translation></message>
<message><source>Really: it is not sent</source><comment>post-drop-sure</comment><translation>Wirklich: wird nicht gesendet</translation></message>
<message><source>Session {0} is off the list; it is not sent to {1}.</source><comment>post-dropped</comment><translation>Die Sitzung {0} ist von der Liste; sie wird nicht an {1} gesendet.</translation></message>
<message><source>Session {0} is off the list; {1} has it.</source><comment>post-sent-dropped</comment><translation>Die Sitzung {0} ist von der Liste; {1} hat sie.</translation></message>
<message><source>Try all again</source><comment>post-all-again</comment><translation>Alle erneut versuchen</translation></message>
<message><source>{0} sessions wait to be sent to {1}.</source><comment>post-all-queued</comment><translation>{0} Sitzungen warten auf das Senden an {1}.</translation></message>
<message><source>Sending to a record system</source><comment>post-title</comment><translation>Senden an ein Praxissystem</translation></message>
<message><source>Nothing is sent from here.</source><comment>post-nowhere</comment><translation>Von hier wird nichts gesendet.</translation></message>
<message><source>Choose where to send…</source><comment>post-choose</comment><translation>Empfänger wählen …</translation></message>
<message><source>Change…</source><comment>post-change</comment><translation>Ändern …</translation></message>
<message><source>Host and port</source><comment>post-where</comment><translation>Rechner und Port</translation></message>
<message><source>HOST:PORT</source><comment>post-where-hint</comment><translation>HOST:PORT</translation></message>
<message><source>How it travels</source><comment>post-by</comment><translation>Übertragung</translation></message>
<message><source>Protected by TLS</source><comment>post-by-tls</comment><translation>Durch TLS geschützt</translation></message>
<message><source>In clear</source><comment>post-by-clear</comment><translation>Unverschlüsselt</translation></message>
<message><source>The host's name and its certificate are checked each time.</source><comment>post-tls-does</comment><translation>Name und Zertifikat des Rechners werden jedes Mal geprüft.</translation></message>
<message><source>Without TLS everybody on the way can read it: who the patient is, and all values. Only on a line that nobody else is on.</source><comment>post-clear-does</comment><translation>Ohne TLS kann jeder auf dem Weg mitlesen: wer der Patient ist, und alle Werte. Nur auf einer Leitung, an der sonst niemand ist.</translation></message>
<message><source>File of the authority (PEM)</source><comment>post-authority</comment><translation>Datei der Zertifizierungsstelle (PEM)</translation></message>
<message><source>empty = the authorities of this computer</source><comment>post-authority-hint</comment><translation>leer = die dieses Computers</translation></message>
<message><source>What waits for {0} is refused then; «Try again» sends it to the new one.</source><comment>post-left-behind</comment><translation>Was auf {0} wartet, gilt dann als abgelehnt; «Erneut versuchen» sendet es an den neuen.</translation></message>
<message><source>Send there from now on</source><comment>post-keep</comment><translation>Ab jetzt dorthin senden</translation></message>
<message><source>Send nothing any more</source><comment>post-stop</comment><translation>Nichts mehr senden</translation></message>
<message><source>Really: send nothing</source><comment>post-stop-sure</comment><translation>Wirklich: nichts senden</translation></message>
<message><source>Cancel</source><comment>post-not-now</comment><translation>Abbrechen</translation></message>
<message><source>simulated patient</source><comment>practice-port</comment><translation>simulierter Patient</translation></message>
<message><source>{0} is no simulated monitor; expected sim:NAME, sim:NAME#2 or sim:NAME?scenario=S5, with NAME one of {1}.</source><comment>practice-no-port</comment><translation>{0} ist kein simulierter Monitor; erwartet sim:NAME, sim:NAME#2 oder sim:NAME?scenario=S5, mit NAME aus {1}.</translation></message>
<message><source>{0} has {1}={2}, which means nothing here; there are {3}.</source><comment>practice-wrong-option</comment><translation>{0} hat {1}={2}, was hier nichts bedeutet; vorhanden sind {3}.</translation></message>
<message><source>{1} of {0} is {2}; expected a whole number.</source><comment>practice-wrong-number</comment><translation>{1} von {0} ist {2}; erwartet eine ganze Zahl.</translation></message>
<message><source>{0} is used by the session on chair {1}; choose another one.</source><comment>practice-port-used</comment><translation>{0} wird von der Sitzung an Platz {1} verwendet; einen anderen wählen.</translation></message>
<message><source>Time is frozen; nothing can be entered until it goes on.</source><comment>practice-frozen</comment><translation>Die Zeit ist angehalten; bis sie weiterläuft, kann nichts eingegeben werden.</translation></message>
<message><source>A practice session ends with the window; session {0} is not continued. Begin a new one.</source><comment>practice-no-resume</comment><translation>Eine Übungssitzung endet mit dem Fenster; Sitzung {0} wird nicht fortgesetzt. Beginnen Sie eine neue.</translation></message>
<message><source>Setting up the clinic</source><comment>setup-title</comment><translation>Die Praxis wird eingerichtet</translation></message>
<message><source>Three simulated chairs live through the last hour: one has recovered, one is in the middle of an infusion, one is ready to begin. It takes a few seconds.</source><comment>setup-what</comment><translation>Drei simulierte Plätze durchlaufen ihre letzte Stunde: Einer hat sich erholt, einer ist mitten in der Infusion, einer ist bereit. Das dauert einige Sekunden.</translation></message>
<message><source>Nothing here is a patient. What you do is kept apart from every real record.</source><comment>setup-keys</comment><translation>Hier ist niemand ein Patient. Was Sie tun, bleibt von allen echten Aufzeichnungen getrennt.</translation></message>
<message><source>The clinic could not be set up. Close the window and try it again; chairside demo --practice opens an empty room.</source><comment>setup-failed</comment><translation>Die Praxis konnte nicht eingerichtet werden. Schließen Sie das Fenster und versuchen Sie es erneut; chairside demo --practice öffnet einen leeren Raum.</translation></message>
<message><source>{0} cannot be made or written: {1}. Choose another folder with {2}.</source><comment>demo-folder-failed</comment><translation>{0} kann nicht angelegt oder beschrieben werden: {1}. Wählen Sie einen anderen Ordner mit {2}.</translation></message>
<message><source>The clinic is still being set up; wait a few seconds.</source><comment>setup-not-ready</comment><translation>Die Praxis wird noch eingerichtet; warten Sie einige Sekunden.</translation></message>
<message><source>Next</source><comment>tour-next</comment><translation>Weiter</translation></message>
<message><source>Back</source><comment>tour-back</comment><translation>Zurück</translation></message>
<message><source>Skip</source><comment>tour-skip</comment><translation>Beenden</translation></message>
<message><source>Done</source><comment>tour-end</comment><translation>Fertig</translation></message>
<message><source>Never show again</source><comment>tour-never</comment><translation>Nicht mehr zeigen</translation></message>
<message><source>{0} of {1}</source><comment>tour-count</comment><translation>{0} von {1}</translation></message>
<message><source>Tour</source><comment>tour-name</comment><translation>Rundgang</translation></message>
<message><source>That could not be kept in {0}; the tour will be offered again.</source><comment>tour-failed</comment><translation>Das konnte in {0} nicht vermerkt werden; der Rundgang wird wieder angeboten.</translation></message>
<message><source>The tour is at chair {0}</source><comment>tour-away-title</comment><translation>Der Rundgang ist an Platz {0}</translation></message>
<message><source>Press {0}, or tap its number, to go on there.</source><comment>tour-away</comment><translation>Drücken Sie {0} oder tippen Sie auf die Nummer, um dort fortzufahren.</translation></message>
<message><source>All chairs of the room</source><comment>tour-room-title</comment><translation>Alle Plätze des Raums</translation></message>
<message><source>Chair {0} is in the middle of its infusion, its pressure has been rising, and you are the nurse now. Press {0}, or tap the chair. 0 leads back to all of them.</source><comment>tour-room</comment><translation>Platz {0} ist mitten in der Infusion, der Blutdruck ist gestiegen, und ab jetzt sind Sie zuständig. Drücken Sie {0} oder tippen Sie auf den Platz. 0 führt zurück zu allen.</translation></message>
<message><source>Chair {0} is calling: the bar above says what is wrong, on every page. Press {0}, or tap the chair.</source><comment>tour-room-now</comment><translation>Platz {0} meldet sich: Was nicht stimmt, steht oben in der Leiste, auf jeder Seite. Drücken Sie {0} oder tippen Sie auf den Platz.</translation></message>
<message><source>The pressure, and how old it is</source><comment>tour-pressure-title</comment><translation>Der Blutdruck und sein Alter</translation></message>
<message><source>A cuff reading is an event: below it stand its age, when the next one is due, and what changed since the baseline. Too old, it turns grey and then to dashes.</source><comment>tour-pressure</comment><translation>Eine Blutdruckmessung ist ein Ereignis: Darunter stehen ihr Alter, wann die nächste fällig ist und die Änderung zum Ruhewert. Ist sie zu alt, wird sie grau und dann zu Strichen.</translation></message>
<message><source>What is wrong stands in this bar</source><comment>tour-alarm-title</comment><translation>In dieser Leiste steht, was nicht stimmt</translation></message>
<message><source>On every page, above everything. Soon this chair will need you: the next cuff reading is on its way. Wait for it here.</source><comment>tour-alarm</comment><translation>Auf jeder Seite, über allem anderen. Bald braucht dieser Platz Sie: Die nächste Messung steht bevor. Warten Sie hier darauf.</translation></message>
<message><source>There it is. Look at the numbers, then press F3, or tap Acknowledge, and say what you did about it: that is recorded, and the sound stops.</source><comment>tour-alarm-now</comment><translation>Da ist der Alarm. Sehen Sie auf die Werte, drücken Sie dann F3 oder tippen Sie auf Quittieren, und geben Sie an, was Sie getan haben: Das wird aufgezeichnet, und der Ton verstummt.</translation></message>
<message><source>It was answered, and stays here in a quiet colour while it holds. It speaks again when the next reading is no better, at the latest after three minutes.</source><comment>tour-alarm-done</comment><translation>Er ist quittiert und bleibt in ruhiger Farbe stehen, solange er gilt. Er meldet sich wieder, wenn die nächste Messung nicht besser ist, spätestens nach drei Minuten.</translation></message>
<message><source>Six actions, the same everywhere</source><comment>tour-actions-title</comment><translation>Sechs Handlungen, überall dieselben</translation></message>
<message><source>F2 silences, F3 acknowledges, F4 cuff, F5 note, F6 pause; F12 held down is an emergency. Space, Enter and Esc never silence anything. Now press F6: pause the infusion.</source><comment>tour-actions</comment><translation>F2 Ton aus, F3 Quittieren, F4 Blutdruck, F5 Notiz, F6 Pause; F12 gehalten ist der Notfall. Leertaste, Enter und Esc schalten nie stumm. Drücken Sie jetzt F6: Infusion pausieren.</translation></message>
<message><source>Recorded means: on the disk</source><comment>tour-recorded-title</comment><translation>Gesichert heißt: auf der Festplatte</translation></message>
<message><source>Every value, alarm and press is in the record within a second. If the disk falls behind, this line says so in bold, and an alarm tells you.</source><comment>tour-recorded</comment><translation>Jeder Wert, jeder Alarm und jede Eingabe ist innerhalb einer Sekunde gesichert. Kommt die Festplatte nicht nach, steht es hier fett, und ein Alarm meldet es.</translation></message>
<message><source>Time is simulated here</source><comment>tour-pace-title</comment><translation>Die Zeit ist hier simuliert</translation></message>
<message><source>A pressure does not fall at once: after a pause it takes ten minutes and more. Tap here, or press Ctrl and +, to let time go up to 60 times as fast.</source><comment>tour-pace</comment><translation>Ein Blutdruck fällt nicht sofort: Nach einer Pause dauert es zehn Minuten und mehr. Tippen Sie hier oder drücken Sie Strg und +, damit die Zeit bis zu 60-mal so schnell vergeht.</translation></message>
<message><source>Where to go from here</source><comment>tour-after-title</comment><translation>Wie es weitergeht</translation></message>
<message><source>Menu leads to the review of every session, and to this tour again (About). Chair 3 waits for its infusion. To begin sessions yourself: chairside demo --practice. To learn with a lesson and its debrief: chairside train.</source><comment>tour-after</comment><translation>Das Menü führt zum Rückblick auf jede Sitzung und zu diesem Rundgang (Info). Platz 3 wartet auf die Infusion. Selbst Sitzungen beginnen: chairside demo --practice. Mit Lektion und Nachbesprechung lernen: chairside train.</translation></message>
<message><source>Tour</source><comment>about-tour</comment><translation>Rundgang</translation></message>
<message><source>The first minutes with the running clinic, once more.</source><comment>about-tour-what</comment><translation>Die ersten Minuten in der laufenden Praxis, noch einmal.</translation></message>
<message><source>Begin the tour</source><comment>about-tour-begin</comment><translation>Rundgang beginnen</translation></message>
<message><source>How fast time goes</source><comment>pace-title</comment><translation>Wie schnell die Zeit vergeht</translation></message>
<message><source>Time is simulated. Ctrl with + or − changes it, too.</source><comment>pace-sentence</comment><translation>Die Zeit ist simuliert. Strg mit + oder − ändert sie ebenfalls.</translation></message>
<message><source>×{0}</source><comment>pace-times</comment><translation>×{0}</translation></message>
<message><source>×1, as in life</source><comment>pace-life</comment><translation>×1, wie in Wirklichkeit</translation></message>
<message><source>FROZEN</source><comment>pace-frozen</comment><translation>ANGEHALTEN</translation></message>
<message><source>Freeze time</source><comment>pace-freeze</comment><translation>Zeit anhalten</translation></message>
<message><source>Let time go on</source><comment>pace-unfreeze</comment><translation>Zeit weiterlaufen lassen</translation></message>
<message><source>This computer reaches ×{0}.</source><comment>pace-behind</comment><translation>Dieser Computer erreicht ×{0}.</translation></message>
<message><source>How fast time goes: {0}</source><comment>pace-open</comment><translation>Wie schnell die Zeit vergeht: {0}</translation></message>
<message><source>Nurse</source><comment>role-nurse</comment><translation>Pflege</translation></message>
<message><source>Provider</source><comment>role-provider</comment><translation>Arzt</translation></message>
<message><source>Supervisor</source><comment>role-supervisor</comment><translation>Leitung</translation></message>
<message><source>Viewer</source><comment>role-viewer</comment><translation>Zuschauer</translation></message>
<message><source>{0} is not enlisted here; choose a name from the list.</source><comment>staff-unknown</comment><translation>{0} ist hier nicht eingetragen; einen Namen der Liste wählen.</translation></message>
<message><source>«{0}» is no name; give one line of 1 to {1} characters.</source><comment>staff-name-wrong</comment><translation>«{0}» ist kein Name; eine Zeile mit 1 bis {1} Zeichen eingeben.</translation></message>
<message><source>«{0}» is what unclaimed entries are signed with; give another name.</source><comment>staff-name-taken</comment><translation>Mit «{0}» werden Einträge ohne Namen gezeichnet; einen anderen Namen eingeben.</translation></message>
<message><source>There is no role {0}; there are {1}.</source><comment>staff-role-unknown</comment><translation>Es gibt keine Rolle {0}; vorhanden sind {1}.</translation></message>
<message><source>{0} is not signed in here; sign in with the PIN first.</source><comment>staff-not-signed-in</comment><translation>{0} ist hier nicht angemeldet; zuerst mit der PIN anmelden.</translation></message>
<message><source>{0} is signed in as {1}; only a {2} can do this.</source><comment>staff-not-allowed</comment><translation>{0} ist als {1} angemeldet; das darf nur: {2}.</translation></message>
<message><source> or </source><comment>staff-or</comment><translation> oder </translation></message>
<message><source>{0} is the only supervisor; enlist another one first, or nobody could change the staff.</source><comment>staff-last-supervisor</comment><translation>{0} ist die einzige Leitung; erst eine andere eintragen, sonst könnte niemand mehr das Personal ändern.</translation></message>
<message><source>Nobody is enlisted yet; «chairside staff --add NAME --role supervisor» begins.</source><comment>staff-none</comment><translation>Noch niemand ist eingetragen; Anfang mit «chairside staff --add NAME --role supervisor».</translation></message>
<message><source>{0} is enlisted as {1}.</source><comment>staff-enlisted</comment><translation>{0} ist als {1} eingetragen.</translation></message>
<message><source>{0} can sign in no more.</source><comment>staff-retired</comment><translation>{0} kann sich nicht mehr anmelden.</translation></message>
<message><source>--add and --retire were both given; give one of them.</source><comment>staff-one-thing</comment><translation>--add und --retire wurden beide angegeben; nur eines davon angeben.</translation></message>
<message><source>--add {0} was given without a role; add --role nurse, for example.</source><comment>staff-role-missing</comment><translation>--add {0} wurde ohne Rolle angegeben; zum Beispiel --role nurse ergänzen.</translation></message>
<message><source>Somebody is enlisted already; say with --by NAME which supervisor does this.</source><comment>staff-by-missing</comment><translation>Es ist schon jemand eingetragen; mit --by NAME angeben, welche Leitung dies tut.</translation></message>
<message><source>--pin-stdin was given, and the PIN of {0} did not come; give it a line.</source><comment>staff-pin-missing</comment><translation>--pin-stdin wurde angegeben, die PIN von {0} kam aber nicht; sie als Zeile eingeben.</translation></message>
<message><source>PIN of {0}</source><comment>staff-pin-ask</comment><translation>PIN von {0}</translation></message>
<message><source>A PIN is {0} to {1} digits; give one of that length.</source><comment>pin-shape</comment><translation>Eine PIN hat {0} bis {1} Ziffern.</translation></message>
<message><source>That is not the PIN of {0}; try again.</source><comment>pin-wrong</comment><translation>Das ist nicht die PIN von {0}; noch einmal versuchen.</translation></message>
<message><source>That is not the PIN of {0}; the next try is possible in {1} s.</source><comment>pin-wrong-waits</comment><translation>Das ist nicht die PIN von {0}; der nächste Versuch ist in {1} s möglich.</translation></message>
<message><source>Too many wrong PINs for {0}; try again in {1} s. The chairs go on meanwhile.</source><comment>pin-waits</comment><translation>Zu viele falsche PINs für {0}; in {1} s noch einmal. Die Plätze laufen inzwischen weiter.</translation></message>
<message><source>Demo PINs: {0}</source><comment>demo-pins</comment><translation>Demo-PINs: {0}</translation></message>
<message><source>the patient id is missing</source><comment>day-patient-missing</comment><translation>die Patientennummer fehlt</translation></message>
<message><source>{0} «{1}» is longer than {2} characters, or is no plain text</source><comment>day-text-wrong</comment><translation>{0} «{1}» ist länger als {2} Zeichen oder kein reiner Text</translation></message>
<message><source>the time «{0}» is no time of day; expected for example 09:30</source><comment>day-at-wrong</comment><translation>die Zeit «{0}» ist keine Uhrzeit; erwartet etwa 09:30</translation></message>
<message><source>the chair «{0}» is no chair; expected {1} to {2}, or nothing</source><comment>day-chair-wrong</comment><translation>der Platz «{0}» ist kein Platz; erwartet {1} bis {2}, oder nichts</translation></message>
<message><source>there is no profile «{0}»</source><comment>day-profile-unknown</comment><translation>es gibt kein Profil «{0}»</translation></message>
<message><source>patient {0} is in line {1} already</source><comment>day-twice</comment><translation>Patient {0} steht schon in Zeile {1}</translation></message>
<message><source>«{0}» stands under no heading</source><comment>day-cell-extra</comment><translation>«{0}» steht unter keiner Überschrift</translation></message>
<message><source>the headings are «{0}»; expected {1}</source><comment>day-header-wrong</comment><translation>die Überschriften sind «{0}»; erwartet {1}</translation></message>
<message><source>the file is larger than {0} kB</source><comment>day-list-large</comment><translation>die Datei ist größer als {0} kB</translation></message>
<message><source>there are {0} patients; a day has {1} at most</source><comment>day-list-long</comment><translation>es sind {0} Patienten; ein Tag hat höchstens {1}</translation></message>
<message><source>the line cannot be read ({0})</source><comment>day-list-torn</comment><translation>die Zeile ist nicht lesbar ({0})</translation></message>
<message><source>the file is no text</source><comment>day-list-no-text</comment><translation>die Datei ist kein Text</translation></message>
<message><source>This was not put on today's list: {0}.</source><comment>day-entry-wrong</comment><translation>Nicht auf die heutige Liste gesetzt: {0}.</translation></message>
<message><source>line {0}: {1}</source><comment>day-list-line</comment><translation>Zeile {0}: {1}</translation></message>
<message><source>and {0} more</source><comment>day-list-more</comment><translation>und {0} weitere</translation></message>
<message><source>Nothing was taken from {0}. Mend it, then bring it again: {1}.</source><comment>day-list-wrong</comment><translation>Aus {0} wurde nichts übernommen. Berichtigen, dann noch einmal: {1}.</translation></message>
<message><source>{0} cannot be read: {1}; choose another file.</source><comment>day-list-unreadable</comment><translation>{0} ist nicht lesbar: {1}; eine andere Datei wählen.</translation></message>
<message><source>Patient {0} is not on today's list.</source><comment>day-not-on-list</comment><translation>Patient {0} steht nicht auf der heutigen Liste.</translation></message>
<message><source>«{0}» is no item of a day's checklist.</source><comment>day-item-wrong</comment><translation>«{0}» ist kein Punkt der Tagesliste.</translation></message>
<message><source>not signed</source><comment>unfinished-unsigned</comment><translation>nicht unterschrieben</translation></message>
<message><source>entries that nobody has claimed: {0}</source><comment>unfinished-unclaimed</comment><translation>Einträge ohne Namen: {0}</translation></message>
<message><source>the monitoring form is due on {0}</source><comment>unfinished-form</comment><translation>das Überwachungsformular ist fällig am {0}</translation></message>
<message><source>the monitoring form was due on {0}</source><comment>unfinished-form-late</comment><translation>das Überwachungsformular war fällig am {0}</translation></message>
<message><source>the pump's volume was not entered</source><comment>unfinished-pump</comment><translation>das Pumpenvolumen wurde nicht eingetragen</translation></message>
<message><source>{0} mg of what was drawn are neither given nor thrown away</source><comment>unfinished-waste</comment><translation>{0} mg sind aufgezogen und weder gegeben noch verworfen</translation></message>
<message><source>cannot be read; «chairside verify» says where</source><comment>unfinished-unreadable</comment><translation>nicht lesbar; «chairside verify» sagt, wo</translation></message>
<message><source>no verified backup was made today</source><comment>unfinished-backup</comment><translation>heute wurde keine geprüfte Sicherung gemacht</translation></message>
<message><source>There is no risk {0}; there are {1}.</source><comment>risk-unknown</comment><translation>Es gibt kein Risiko {0}; vorhanden sind {1}.</translation></message>
<message><source>There is no drug {0}; there are {1}.</source><comment>drug-unknown</comment><translation>Es gibt kein Mittel {0}; vorhanden sind {1}.</translation></message>
<message><source>The birth date {0} is no date; expected for example 1980-05-31.</source><comment>birth-date-wrong</comment><translation>Das Geburtsdatum {0} ist kein Datum; erwartet etwa 1980-05-31.</translation></message>
<message><source>Ketamine</source><comment>drug-ketamine</comment><translation>Ketamin</translation></message>
<message><source>Esketamine</source><comment>drug-esketamine</comment><translation>Esketamin</translation></message>
<message><source>Monitoring form</source><comment>form-open</comment><translation>Formular</translation></message>
<message><source>Save form</source><comment>form-save</comment><translation>Formular speichern</translation></message>
<message><source>Print form</source><comment>form-print</comment><translation>Formular drucken</translation></message>
<message><source>Form was sent</source><comment>form-sent</comment><translation>Formular gesendet</translation></message>
<message><source>Noted: the form was sent.</source><comment>form-kept-sent</comment><translation>Notiert: Das Formular wurde gesendet.</translation></message>
<message><source>Saved, not encrypted: {0}</source><comment>form-saved</comment><translation>Gespeichert, unverschlüsselt: {0}</translation></message>
<message><source>The form was not saved: {0} cannot be written.</source><comment>form-failed</comment><translation>Das Formular wurde nicht gespeichert: {0} kann nicht geschrieben werden.</translation></message>
<message><source>Sent to the printer {0}.</source><comment>form-printed</comment><translation>An den Drucker {0} gesendet.</translation></message>
<message><source>Nothing was sent to the printer {0}.</source><comment>form-not-printed</comment><translation>Nichts wurde an den Drucker {0} gesendet.</translation></message>
<message><source>There is no printer. {0}</source><comment>form-no-printer</comment><translation>Kein Drucker vorhanden. {0}</translation></message>
<message><source>{0} fields are missing; they are marked in the form: {1}.</source><comment>form-missing</comment><translation>{0} Felder fehlen; sie sind im Formular markiert: {1}.</translation></message>
<message><source>Everything in the form comes from the record.</source><comment>form-complete</comment><translation>Alles im Formular kommt aus der Akte.</translation></message>
<message><source>Close</source><comment>form-close</comment><translation>Schließen</translation></message>
<message><source>To be sent by {0}.</source><comment>form-due</comment><translation>Zu senden bis {0}.</translation></message>
<message><source>Forms</source><comment>day-forms</comment><translation>Formulare</translation></message>
<message><source>Forms · {0} due</source><comment>forms-part-open</comment><translation>Formulare · {0} fällig</translation></message>
<message><source>Forms · {0} due, {1} late</source><comment>forms-part-late</comment><translation>Formulare · {0} fällig, {1} spät</translation></message>
<message><source>Forms · sent</source><comment>forms-part-done</comment><translation>Formulare · gesendet</translation></message>
<message><source>To be sent</source><comment>forms-waiting</comment><translation>Zu senden</translation></message>
<message><source>Sent in the last 30 days</source><comment>forms-sent</comment><translation>In den letzten 30 Tagen gesendet</translation></message>
<message><source>Every monitoring form was sent.</source><comment>forms-nothing</comment><translation>Alle Überwachungsformulare sind gesendet.</translation></message>
<message><source>None.</source><comment>forms-none-sent</comment><translation>Keine.</translation></message>
<message><source>#{0} · treated {1}</source><comment>forms-row</comment><translation>#{0} · behandelt {1}</translation></message>
<message><source>to be sent by {0}: {1} days left</source><comment>forms-due</comment><translation>zu senden bis {0}: noch {1} Tage</translation></message>
<message><source>to be sent by {0}: 1 day left</source><comment>forms-due-day</comment><translation>zu senden bis {0}: noch 1 Tag</translation></message>
<message><source>to be sent today, {0}</source><comment>forms-due-today</comment><translation>heute zu senden, {0}</translation></message>
<message><source>was to be sent by {0}: {1} days late</source><comment>forms-late</comment><translation>war zu senden bis {0}: {1} Tage verspätet</translation></message>
<message><source>was to be sent by {0}: 1 day late</source><comment>forms-late-day</comment><translation>war zu senden bis {0}: 1 Tag verspätet</translation></message>
<message><source>sent by {0}, {1}</source><comment>forms-sent-by</comment><translation>gesendet von {0}, {1}</translation></message>
<message><source>Not sent</source><comment>forms-not-sent</comment><translation>Nicht gesendet</translation></message>
<message><source>Patient monitoring: intranasal esketamine</source><comment>form-title</comment><translation>Überwachung des Patienten: intranasales Esketamin</translation></message>
<message><source>Not the official form. It holds the same fields in the same order, to be copied from.</source><comment>form-not-official</comment><translation>Nicht das amtliche Formular. Es hat dieselben Felder in derselben Reihenfolge, zum Übertragen.</translation></message>
<message><source>missing</source><comment>form-gap</comment><translation>fehlt</translation></message>
<message><source>taken out</source><comment>form-taken-out</comment><translation>entfernt</translation></message>
<message><source>Its clock is lost, so that its days cannot be moved; nothing was made without names.</source><comment>nameless-no-day</comment><translation>Die Uhr der Sitzung ist verloren, ihre Tage lassen sich nicht verschieben; ohne Namen wurde nichts erstellt.</translation></message>
<message><source>Patient and staff become numbers, days are moved, clinic and lot are taken out. Look at it before you pass it on.</source><comment>form-nameless-why</comment><translation>Patient und Personal werden zu Nummern, Tage werden verschoben, Praxis und Charge entfallen. Vor der Weitergabe durchsehen.</translation></message>
<message><source>Made {0} from the record of session {1}.</source><comment>form-made</comment><translation>Erstellt {0} aus der Aufzeichnung der Sitzung {1}.</translation></message>
<message><source>Yes</source><comment>form-yes</comment><translation>Ja</translation></message>
<message><source>No</source><comment>form-no</comment><translation>Nein</translation></message>
<message><source>1  Patient</source><comment>form-part-patient</comment><translation>1  Patient</translation></message>
<message><source>2  Taken at the same time</source><comment>form-part-drugs</comment><translation>2  Gleichzeitig genommen</translation></message>
<message><source>3  This treatment</source><comment>form-part-dose</comment><translation>3  Diese Behandlung</translation></message>
<message><source>4  Vital signs</source><comment>form-part-vitals</comment><translation>4  Vitalwerte</translation></message>
<message><source>5  Sedation and dissociation</source><comment>form-part-effects</comment><translation>5  Sedierung und Dissoziation</translation></message>
<message><source>6  Serious adverse events</source><comment>form-part-events</comment><translation>6  Schwerwiegende unerwünschte Ereignisse</translation></message>
<message><source>7  Ready to leave</source><comment>form-part-leaving</comment><translation>7  Bereit zum Gehen</translation></message>
<message><source>8  Signature</source><comment>form-part-signed</comment><translation>8  Unterschrift</translation></message>
<message><source>Name</source><comment>form-name</comment><translation>Name</translation></message>
<message><source>Local number</source><comment>form-id</comment><translation>Eigene Nummer</translation></message>
<message><source>Date of birth</source><comment>form-birth</comment><translation>Geburtsdatum</translation></message>
<message><source>Sex</source><comment>form-sex</comment><translation>Geschlecht</translation></message>
<message><source>Healthcare setting</source><comment>form-clinic</comment><translation>Einrichtung</translation></message>
<message><source>Date of treatment</source><comment>form-date</comment><translation>Tag der Behandlung</translation></message>
<message><source>Treatment number</source><comment>form-number</comment><translation>Nummer der Behandlung</translation></message>
<message><source>Benzodiazepines</source><comment>form-benzodiazepine</comment><translation>Benzodiazepine</translation></message>
<message><source>Sedative hypnotics, other</source><comment>form-sedative</comment><translation>Andere Sedativa/Hypnotika</translation></message>
<message><source>Psychostimulants</source><comment>form-stimulant</comment><translation>Psychostimulanzien</translation></message>
<message><source>MAO inhibitors</source><comment>form-maoi</comment><translation>MAO-Hemmer</translation></message>
<message><source>{0} ({1})</source><comment>form-in-question</comment><translation>{0} ({1})</translation></message>
<message><source>Dose</source><comment>form-dose</comment><translation>Dosis</translation></message>
<message><source>{0} mg</source><comment>form-mg</comment><translation>{0} mg</translation></message>
<message><source>Devices</source><comment>form-devices</comment><translation>Sprays</translation></message>
<message><source>{0} mg at {1}</source><comment>form-device</comment><translation>{0} mg um {1}</translation></message>
<message><source>Lot</source><comment>form-lot</comment><translation>Charge</translation></message>
<message><source>Minutes of monitoring</source><comment>form-minutes</comment><translation>Minuten der Überwachung</translation></message>
<message><source>{0} min, {1} to {2}</source><comment>form-minutes-from</comment><translation>{0} min, {1} bis {2}</translation></message>
<message><source>{0} min, {1} to {2}: less than 120</source><comment>form-minutes-short</comment><translation>{0} min, {1} bis {2}: weniger als 120</translation></message>
<message><source>{0} min so far, from {1}</source><comment>form-minutes-running</comment><translation>bisher {0} min, ab {1}</translation></message>
<message><source>Acceptable before</source><comment>form-before</comment><translation>Vorher annehmbar</translation></message>
<message><source>Acceptable at the end</source><comment>form-at-end</comment><translation>Am Ende annehmbar</translation></message>
<message><source>BP before</source><comment>form-bp-before</comment><translation>BD vorher</translation></message>
<message><source>BP at about 40 min</source><comment>form-bp-40</comment><translation>BD nach etwa 40 min</translation></message>
<message><source>BP at the end</source><comment>form-bp-end</comment><translation>BD am Ende</translation></message>
<message><source>{0} mmHg</source><comment>form-bp</comment><translation>{0} mmHg</translation></message>
<message><source>{0} mmHg at {1}</source><comment>form-bp-at</comment><translation>{0} mmHg um {1}</translation></message>
<message><source>{0} mmHg at {1}, after {2} min</source><comment>form-bp-minute</comment><translation>{0} mmHg um {1}, nach {2} min</translation></message>
<message><source>{0} ({1})</source><comment>form-values</comment><translation>{0} ({1})</translation></message>
<message><source>BP {0}, HR {1}, SpO2 {2}</source><comment>form-vitals</comment><translation>BD {0}, HF {1}, SpO2 {2}</translation></message>
<message><source>Sedation</source><comment>form-sedation</comment><translation>Sedierung</translation></message>
<message><source>Dissociation</source><comment>form-dissociation</comment><translation>Dissoziation</translation></message>
<message><source>No ({0} at most)</source><comment>form-effect-none</comment><translation>Nein (höchstens {0})</translation></message>
<message><source>Yes, {0} at worst, at {1}</source><comment>form-effect-yes</comment><translation>Ja, schlechtester Wert {0}, um {1}</translation></message>
<message><source>MOAA/S {0}</source><comment>form-moaa-s</comment><translation>MOAA/S {0}</translation></message>
<message><source>{0} of 4</source><comment>form-degree</comment><translation>{0} von 4</translation></message>
<message><source>Sedation resolved</source><comment>form-sedation-resolved</comment><translation>Sedierung abgeklungen</translation></message>
<message><source>Dissociation resolved</source><comment>form-dissociation-resolved</comment><translation>Dissoziation abgeklungen</translation></message>
<message><source>{0}, after {1} min</source><comment>form-resolved-at</comment><translation>{0}, nach {1} min</translation></message>
<message><source>not by the record</source><comment>form-not-resolved</comment><translation>laut Akte nicht</translation></message>
<message><source>–</source><comment>form-not-needed</comment><translation>–</translation></message>
<message><source>In the record</source><comment>form-events</comment><translation>In der Akte</translation></message>
<message><source>no emergency and no emergency symptom</source><comment>form-events-none</comment><translation>kein Notfall und kein Notfallsymptom</translation></message>
<message><source>{0} {1}</source><comment>form-event</comment><translation>{0} {1}</translation></message>
<message><source>emergency called</source><comment>form-emergency</comment><translation>Notfall ausgelöst</translation></message>
<message><source>Serious adverse event</source><comment>form-judged</comment><translation>Schwerwiegendes unerwünschtes Ereignis</translation></message>
<message><source>the prescriber answers:   Yes ____   No ____</source><comment>form-judged-by</comment><translation>ärztliche Antwort:   Ja ____   Nein ____</translation></message>
<message><source>Ready after</source><comment>form-ready</comment><translation>Bereit nach</translation></message>
<message><source>{0} min: MOAA/S 5, dissociation 0–1 and BP acceptable from then on</source><comment>form-ready-min</comment><translation>{0} min: ab da MOAA/S 5, Dissoziation 0–1 und BD annehmbar</translation></message>
<message><source>Record signed by</source><comment>form-signed</comment><translation>Akte unterschrieben von</translation></message>
<message><source>{0}, {1}</source><comment>form-signed-at</comment><translation>{0}, {1}</translation></message>
<message><source>Prescriber's signature</source><comment>form-prescriber</comment><translation>Unterschrift des Arztes</translation></message>
<message><source>________________________________   date ______________</source><comment>form-line</comment><translation>________________________________   Datum ______________</translation></message>
<message><source>Replay</source><comment>replay-open</comment><translation>Wiedergabe</translation></message>
<message><source>REPLAY</source><comment>replay-mark</comment><translation>WIEDERGABE</translation></message>
<message><source>REPLAY – NOT HAPPENING NOW</source><comment>replay-not-now</comment><translation>WIEDERGABE – GESCHIEHT NICHT JETZT</translation></message>
<message><source>{0} · {1} · chair {2}</source><comment>replay-of</comment><translation>{0} · {1} · Platz {2}</translation></message>
<message><source>Back to the session</source><comment>replay-back</comment><translation>Zurück zur Sitzung</translation></message>
<message><source>Replay of a recorded session. Nothing here happens now.</source><comment>replay-page</comment><translation>Wiedergabe einer aufgezeichneten Sitzung. Nichts davon geschieht jetzt.</translation></message>
<message><source>Play</source><comment>replay-play</comment><translation>Abspielen</translation></message>
<message><source>Pause</source><comment>replay-pause</comment><translation>Anhalten</translation></message>
<message><source>From the start</source><comment>replay-again</comment><translation>Von vorn</translation></message>
<message><source>‹ Alarm</source><comment>replay-earlier</comment><translation>‹ Alarm</translation></message>
<message><source>To the alarm before</source><comment>replay-earlier-name</comment><translation>Zum vorigen Alarm</translation></message>
<message><source>Alarm ›</source><comment>replay-later</comment><translation>Alarm ›</translation></message>
<message><source>To the next alarm</source><comment>replay-later-name</comment><translation>Zum nächsten Alarm</translation></message>
<message><source>Speed</source><comment>replay-speed</comment><translation>Geschwindigkeit</translation></message>
<message><source>×{0}</source><comment>replay-times</comment><translation>×{0}</translation></message>
<message><source>Sound at ×1</source><comment>replay-sound</comment><translation>Ton bei ×1</translation></message>
<message><source>Where the replay is: {0} of {1}, {2}</source><comment>replay-scrub</comment><translation>Stand der Wiedergabe: {0} von {1}, {2}</translation></message>
<message><source>{0} of {1}</source><comment>replay-place</comment><translation>{0} von {1}</translation></message>
<message><source>Judging up to {0}</source><comment>replay-jumping</comment><translation>Wird bis {0} beurteilt</translation></message>
<message><source>Chair {0} is running at this seat. A replay looks like a chair with a patient: watch it when that session has ended, or at another computer.</source><comment>replay-runs</comment><translation>An diesem Arbeitsplatz läuft Platz {0}. Eine Wiedergabe sieht aus wie ein Platz mit Patient: Sehen Sie sie an, wenn diese Sitzung beendet ist, oder an einem anderen Rechner.</translation></message>
<message><source>What if</source><comment>what-if-open</comment><translation>Was wäre</translation></message>
<message><source>What if the limits had been others?</source><comment>what-if-title</comment><translation>Was wäre mit anderen Grenzen gewesen?</translation></message>
<message><source>The same session judged anew under other limits</source><comment>what-if-page</comment><translation>Dieselbe Sitzung, unter anderen Grenzen neu beurteilt</translation></message>
<message><source>Limits</source><comment>what-if-profile</comment><translation>Grenzen</translation></message>
<message><source>As it was</source><comment>what-if-own</comment><translation>Wie es war</translation></message>
<message><source>Back to the session</source><comment>what-if-back</comment><translation>Zurück zur Sitzung</translation></message>
<message><source>The limits as they were</source><comment>what-if-reset</comment><translation>Die Grenzen, wie sie waren</translation></message>
<message><source>Judging the session: {0} %</source><comment>what-if-judging</comment><translation>Die Sitzung wird beurteilt: {0} %</translation></message>
<message><source>As it was</source><comment>what-if-was</comment><translation>Wie es war</translation></message>
<message><source>What if</source><comment>what-if-then</comment><translation>Was wäre</translation></message>
<message><source>High</source><comment>what-if-head-high</comment><translation>Hoch</translation></message>
<message><source>Medium</source><comment>what-if-head-medium</comment><translation>Mittel</translation></message>
<message><source>Low</source><comment>what-if-head-low</comment><translation>Niedrig</translation></message>
<message><source>Technical</source><comment>what-if-head-technical</comment><translation>Technisch</translation></message>
<message><source>Alarms per hour</source><comment>what-if-head-hour</comment><translation>Alarme pro Stunde</translation></message>
<message><source>These are the limits that the session had. Change one, or the profile.</source><comment>what-if-same-limits</comment><translation>Das sind die Grenzen, die die Sitzung hatte. Ändern Sie eine davon oder das Profil.</translation></message>
<message><source>No alarm would have been different.</source><comment>what-if-no-difference</comment><translation>Kein Alarm wäre anders gewesen.</translation></message>
<message><source>First difference at {0}, {1} into the session.</source><comment>what-if-first</comment><translation>Erster Unterschied um {0}, {1} nach Beginn der Sitzung.</translation></message>
<message><source>{0} the same</source><comment>what-if-count-same</comment><translation>{0} gleich</translation></message>
<message><source>{0} not at all</source><comment>what-if-count-gone</comment><translation>{0} gar nicht</translation></message>
<message><source>{0} new</source><comment>what-if-count-new</comment><translation>{0} neu</translation></message>
<message><source>{0} earlier</source><comment>what-if-count-earlier</comment><translation>{0} früher</translation></message>
<message><source>{0} later</source><comment>what-if-count-later</comment><translation>{0} später</translation></message>
<message><source>{0} otherwise</source><comment>what-if-count-altered</comment><translation>{0} anders</translation></message>
<message><source>the same</source><comment>what-if-same</comment><translation>gleich</translation></message>
<message><source>not at all</source><comment>what-if-gone</comment><translation>gar nicht</translation></message>
<message><source>new</source><comment>what-if-new</comment><translation>neu</translation></message>
<message><source>{0} earlier</source><comment>what-if-earlier</comment><translation>{0} früher</translation></message>
<message><source>{0} later</source><comment>what-if-later</comment><translation>{0} später</translation></message>
<message><source>same onset, otherwise after it</source><comment>what-if-altered</comment><translation>gleicher Beginn, danach anders</translation></message>
<message><source>lower priority</source><comment>what-if-milder</comment><translation>niedrigere Priorität</translation></message>
<message><source>higher priority</source><comment>what-if-worse</comment><translation>höhere Priorität</translation></message>
<message><source>{0} longer</source><comment>what-if-longer</comment><translation>{0} länger</translation></message>
<message><source>{0} shorter</source><comment>what-if-shorter</comment><translation>{0} kürzer</translation></message>
<message><source>–</source><comment>what-if-none</comment><translation>–</translation></message>
<message><source>{0}, {1}</source><comment>what-if-span</comment><translation>{0}, {1}</translation></message>
<message><source>until the end</source><comment>what-if-still</comment><translation>bis zum Ende</translation></message>
<message><source>Alarms side by side</source><comment>what-if-list</comment><translation>Alarme nebeneinander</translation></message>
<message><source>Two rows of alarms over the time of the session: as it was above, what if below</source><comment>what-if-chart</comment><translation>Zwei Zeilen Alarme über der Zeit der Sitzung: oben wie es war, unten was wäre</translation></message>
<message><source>{0} entries of people no longer fit and were left out.</source><comment>what-if-dropped</comment><translation>{0} Eingaben von Personen passen nicht mehr und wurden weggelassen.</translation></message>
<message><source>1 entry of a person no longer fits and was left out.</source><comment>what-if-dropped-one</comment><translation>1 Eingabe einer Person passt nicht mehr und wurde weggelassen.</translation></message>
<message><source>{0} limits that were moved at the chair were left out.</source><comment>what-if-overruled</comment><translation>{0} am Platz verstellte Grenzen wurden weggelassen.</translation></message>
<message><source>1 limit that was moved at the chair was left out.</source><comment>what-if-overruled-one</comment><translation>1 am Platz verstellte Grenze wurde weggelassen.</translation></message>
<message><source>Cuff results are those that were measured: under other limits the program might have asked for other ones.</source><comment>what-if-cuffs</comment><translation>Die Blutdruckwerte sind die gemessenen: Unter anderen Grenzen hätte das Programm vielleicht andere Messungen verlangt.</translation></message>
<message><source>This session was judged by an older version of the rules. Both sides are judged by those of today.</source><comment>what-if-not-faithful</comment><translation>Diese Sitzung wurde nach einer älteren Fassung der Regeln beurteilt. Beide Seiten sind nach den heutigen beurteilt.</translation></message>
<message><source>BP</source><comment>what-if-sign-bp</comment><translation>BD</translation></message>
<message><source>Arterial BP</source><comment>what-if-sign-abp</comment><translation>Arterieller BD</translation></message>
<message><source>Rate × pressure</source><comment>what-if-sign-rpp</comment><translation>Frequenz × Druck</translation></message>
<message><source>Shock index</source><comment>what-if-sign-shock-index</comment><translation>Schockindex</translation></message>
<message><source>NEWS2</source><comment>what-if-sign-news2</comment><translation>NEWS2</translation></message>
<message><source>{0} high</source><comment>what-if-lane-high</comment><translation>{0} hoch</translation></message>
<message><source>{0} low</source><comment>what-if-lane-low</comment><translation>{0} niedrig</translation></message>
<message><source>{0} (was {1})</source><comment>what-if-limit-moved</comment><translation>{0} (war {1})</translation></message>
<message><source>{0} is no LIMIT=NUMBER; write for example sbp-high=170.</source><comment>what-if-unfit</comment><translation>{0} ist kein GRENZE=ZAHL; schreiben Sie zum Beispiel sbp-high=170.</translation></message>
<message><source>--what-if needs a session of the record; {0} is a file.</source><comment>what-if-only-session</comment><translation>--what-if braucht eine Sitzung der Aufzeichnung; {0} ist eine Datei.</translation></message>
<message><source>All sessions together: {0} · {1:.1f} h</source><comment>report-library</comment><translation>Alle Sitzungen zusammen: {0} · {1:.1f} h</translation></message>
<message><source>{0} · {1:.1f} h</source><comment>report-session</comment><translation>{0} · {1:.1f} h</translation></message>
<message><source>  alarms       high {0}   medium {1}   low {2}</source><comment>report-alarms</comment><translation>  Alarme       hoch {0}   mittel {1}   niedrig {2}</translation></message>
<message><source>  technical    high {0}   medium {1}   low {2}</source><comment>report-technical</comment><translation>  technisch    hoch {0}   mittel {1}   niedrig {2}</translation></message>
<message><source>{0} ({1:.2f}/h)</source><comment>report-count</comment><translation>{0} ({1:.2f}/h)</translation></message>
<message><source>{0}</source><comment>report-count-only</comment><translation>{0}</translation></message>
<message><source>  cuff alarms  {0} confirmed, {1} withdrawn, {2} undecided; {3} silent cards taken back</source><comment>report-cuff</comment><translation>  Manschette   {0} bestätigt, {1} zurückgenommen, {2} offen; {3} stille Karten zurückgenommen</translation></message>
<message><source>  artefacts    {0} of {1} alarms ({2:.0f} %)</source><comment>report-artefacts</comment><translation>  Artefakte    {0} von {1} Alarmen ({2:.0f} %)</translation></message>
<message><source>  artefacts    none; no alarm sounded</source><comment>report-no-artefacts</comment><translation>  Artefakte    keine; kein Alarm ertönte</translation></message>
<message><source>  answered     {0} of {1} alarms, after {2:.0f} s (median)</source><comment>report-answered</comment><translation>  beantwortet  {0} von {1} Alarmen, nach {2:.0f} s (Median)</translation></message>
<message><source>  answered     0 of {0} alarms</source><comment>report-unanswered</comment><translation>  beantwortet  0 von {0} Alarmen</translation></message>
<message><source>  in breach    {0}</source><comment>report-breach</comment><translation>  verletzt     {0}</translation></message>
<message><source>{0} {1:.1f} min</source><comment>report-breach-sign</comment><translation>{0} {1:.1f} min</translation></message>
<message><source>               not counted: {0}</source><comment>report-breach-left-out</comment><translation>               nicht gezählt: {0}</translation></message>
<message><source>nothing was measured</source><comment>report-not-judged</comment><translation>nichts wurde gemessen</translation></message>
<message><source>Values at the cursor</source><comment>cursor-name</comment><translation>Werte am Cursor</translation></message>
<message><source>Press the curve for the values of a moment. ← → go from reading to reading, Ctrl with them from cuff value to cuff value.</source><comment>cursor-none</comment><translation>Drücken Sie auf die Kurve, um die Werte eines Augenblicks zu sehen. ← → gehen von Messwert zu Messwert, mit Strg von Manschettenwert zu Manschettenwert.</translation></message>
<message><source>{0} · {1}</source><comment>cursor-at</comment><translation>{0} · {1}</translation></message>
<message><source>Phase</source><comment>cursor-phase</comment><translation>Phase</translation></message>
<message><source>{0}/{1}</source><comment>cursor-cuff-now</comment><translation>{0}/{1}</translation></message>
<message><source>{0}/{1}, {2} before</source><comment>cursor-cuff</comment><translation>{0}/{1}, {2} zuvor</translation></message>
<message><source>{0} ({1})</source><comment>cursor-cuff-why</comment><translation>{0} ({1})</translation></message>
<message><source>– ({0})</source><comment>cursor-none-of</comment><translation>– ({0})</translation></message>
<message><source>Given</source><comment>cursor-given</comment><translation>Gegeben</translation></message>
<message><source>{0} mg, {1} mg/h</source><comment>cursor-given-at</comment><translation>{0} mg, {1} mg/h</translation></message>
<message><source>{0} mg</source><comment>cursor-given-mg</comment><translation>{0} mg</translation></message>
<message><source>Effect site (estimate)</source><comment>cursor-effect</comment><translation>Wirkort (Schätzung)</translation></message>
<message><source>{0} ng/mL</source><comment>cursor-effect-value</comment><translation>{0} ng/ml</translation></message>
<message><source>Alarm</source><comment>cursor-alarm</comment><translation>Alarm</translation></message>
<message><source>Gap</source><comment>cursor-gap</comment><translation>Lücke</translation></message>
<message><source>{0}, {1} before</source><comment>cursor-score-ago</comment><translation>{0}, {1} zuvor</translation></message>
<message><source>Not in the numbers: {0}</source><comment>left-out</comment><translation>Nicht in den Zahlen: {0}</translation></message>
<message><source>{0} artefact</source><comment>left-out-artefact</comment><translation>{0} Artefakt</translation></message>
<message><source>{0} of poor quality</source><comment>left-out-poor</comment><translation>{0} von schlechter Güte</translation></message>
<message><source>{0} unconfirmed</source><comment>left-out-unconfirmed</comment><translation>{0} unbestätigt</translation></message>
<message><source>{0} before the session</source><comment>left-out-before-session</comment><translation>{0} vor der Sitzung</translation></message>
<message><source>{0} of unknown age</source><comment>left-out-age-unknown</comment><translation>{0} unbekannten Alters</translation></message>
<message><source>{0} of the monitor’s demo mode</source><comment>left-out-demo</comment><translation>{0} im Demo-Modus des Monitors</translation></message>
<message><source>{0} of heart rate or SpO₂ with a poor signal</source><comment>left-out-seconds</comment><translation>{0} Herzfrequenz oder SpO₂ mit schlechtem Signal</translation></message>
<message><source>Flags: alarms, drugs, notes, scores, changes and gaps over time</source><comment>flags-name</comment><translation>Marken: Alarme, Medikamente, Notizen, Skalenwerte, Änderungen und Lücken im Verlauf</translation></message>
<message><source>{0} {1}</source><comment>flag-score</comment><translation>{0} {1}</translation></message>
<message><source>M</source><comment>flag-moaa-s</comment><translation>M</translation></message>
<message><source>D</source><comment>flag-dissociation</comment><translation>D</translation></message>
<message><source>CADSS</source><comment>flag-cadss</comment><translation>CADSS</translation></message>
<message><source>Ald</source><comment>flag-aldrete</comment><translation>Ald</translation></message>
<message><source>PADSS</source><comment>flag-padss</comment><translation>PADSS</translation></message>
<message><source>Pain</source><comment>flag-pain</comment><translation>Schm</translation></message>
<message><source>N</source><comment>flag-nausea</comment><translation>Ü</translation></message>
<message><source>PHQ</source><comment>flag-phq-9</comment><translation>PHQ</translation></message>
<message><source>GAD</source><comment>flag-gad-7</comment><translation>GAD</translation></message>
<message><source>MADRS</source><comment>flag-madrs</comment><translation>MADRS</translation></message>
<message><source>C-SSRS</source><comment>flag-c-ssrs</comment><translation>C-SSRS</translation></message>
<message><source>Drug over time: the rate that was entered, and the estimated effect site</source><comment>dose-pane</comment><translation>Medikament im Verlauf: die eingegebene Rate und der geschätzte Wirkort</translation></message>
<message><source>mg/h</source><comment>dose-rate</comment><translation>mg/h</translation></message>
<message><source>{0} ng/mL</source><comment>dose-effect-max</comment><translation>{0} ng/ml</translation></message>
<message><source>estimate</source><comment>dose-effect-short</comment><translation>geschätzt</translation></message>
<message><source>{0} mg</source><comment>dose-mg</comment><translation>{0} mg</translation></message>
<message><source>mg</source><comment>dose-doses</comment><translation>mg</translation></message>
<message><source>Nothing was given.</source><comment>dose-none</comment><translation>Es wurde nichts gegeben.</translation></message>
<message><source>No estimate of the effect site: only for ketamine into a vein.</source><comment>effect-route</comment><translation>Keine Schätzung des Wirkorts: nur für intravenöses Ketamin.</translation></message>
<message><source>No estimate of the effect site: the weight is not known.</source><comment>effect-weight</comment><translation>Keine Schätzung des Wirkorts: Das Gewicht ist nicht bekannt.</translation></message>
<message><source>No estimate of the effect site: a rate is not known.</source><comment>effect-rate</comment><translation>Keine Schätzung des Wirkorts: Eine Rate ist nicht bekannt.</translation></message>
<message><source>Values</source><comment>review-values</comment><translation>Werte</translation></message>
<message><source>What was measured and given</source><comment>review-values-strip</comment><translation>Was gemessen und gegeben wurde</translation></message>
<message><source>Burden</source><comment>review-burden</comment><translation>Last</translation></message>
<message><source>Indices</source><comment>review-indices</comment><translation>Indizes</translation></message>
<message><source>Computed from the recorded values</source><comment>review-indices-strip</comment><translation>Aus den aufgezeichneten Werten berechnet</translation></message>
<message><source>…</source><comment>stat-to-come</comment><translation>…</translation></message>
<message><source>Waves</source><comment>review-waves</comment><translation>Kurven</translation></message>
<message><source>Bytes</source><comment>review-bytes</comment><translation>Bytes</translation></message>
<message><source>Burden above limits, return to baseline, times to answer</source><comment>review-burden-strip</comment><translation>Last über Grenzen, Rückkehr zum Ruhewert, Zeiten bis zur Antwort</translation></message>
<message><source>Waves about the cursor</source><comment>waves-name</comment><translation>Kurven um den Cursor</translation></message>
<message><source>Put the cursor on a moment to see its waves.</source><comment>waves-no-cursor</comment><translation>Setzen Sie den Cursor auf einen Augenblick, um seine Kurven zu sehen.</translation></message>
<message><source>No wave was recorded about this moment.</source><comment>waves-none</comment><translation>Um diesen Augenblick wurde keine Kurve aufgezeichnet.</translation></message>
<message><source>Resp</source><comment>wave-resp</comment><translation>Atmung</translation></message>
<message><source>P1</source><comment>wave-p1</comment><translation>P1</translation></message>
<message><source>P2</source><comment>wave-p2</comment><translation>P2</translation></message>
<message><source>Raw bytes about the cursor, for support</source><comment>bytes-name</comment><translation>Rohe Bytes um den Cursor, für den Support</translation></message>
<message><source>Put the cursor on a moment to see what went over the wire.</source><comment>bytes-no-cursor</comment><translation>Setzen Sie den Cursor auf einen Augenblick, um zu sehen, was über die Leitung ging.</translation></message>
<message><source>Nothing went over the wire within {0} s of this moment.</source><comment>bytes-none</comment><translation>Innerhalb von {0} s um diesen Augenblick ging nichts über die Leitung.</translation></message>
<message><source>The raw bytes of this session were not kept on this computer.</source><comment>bytes-no-file</comment><translation>Die rohen Bytes dieser Sitzung wurden auf diesem Computer nicht aufbewahrt.</translation></message>
<message><source>{0} · {1} bytes within {2} s, byte {3} and on of {4}</source><comment>bytes-head</comment><translation>{0} · {1} Bytes innerhalb von {2} s, ab Byte {3} von {4}</translation></message>
<message><source>{0} rows are not shown; move the cursor to see them.</source><comment>bytes-less</comment><translation>{0} Zeilen sind nicht gezeigt; verschieben Sie den Cursor, um sie zu sehen.</translation></message>
<message><source>No driver here is called {0}; its bytes are shown as they are.</source><comment>bytes-not-understood</comment><translation>Kein Treiber heißt hier {0}; seine Bytes stehen hier, wie sie sind.</translation></message>
<message><source>{0} {1} {2}</source><comment>bytes-said</comment><translation>{0} {1} {2}</translation></message>
<message><source>understood: {0}</source><comment>bytes-understood</comment><translation>verstanden: {0}</translation></message>
<message><source>SBP above {0}</source><comment>burden-above</comment><translation>SYS über {0}</translation></message>
<message><source>{0} mmHg·min</source><comment>burden-area</comment><translation>{0} mmHg·min</translation></message>
<message><source>{0} mmHg·min · longest {1}</source><comment>burden-area-longest</comment><translation>{0} mmHg·min · längste {1}</translation></message>
<message><source>Above the limits</source><comment>burden-active</comment><translation>Über den Grenzen</translation></message>
<message><source>{0} · {1} mmHg·min</source><comment>burden-areas</comment><translation>{0} · {1} mmHg·min</translation></message>
<message><source>Back at baseline</source><comment>burden-return</comment><translation>Zurück am Ruhewert</translation></message>
<message><source>after the peak of SBP</source><comment>burden-after-peak</comment><translation>nach der SYS-Spitze</translation></message>
<message><source>not seen</source><comment>burden-return-never</comment><translation>nicht gesehen</translation></message>
<message><source>peak within it</source><comment>burden-return-not</comment><translation>Spitze darin</translation></message>
<message><source>Answered, high</source><comment>burden-answered-high</comment><translation>Antwort, hoch</translation></message>
<message><source>Answered, medium</source><comment>burden-answered-medium</comment><translation>Antwort, mittel</translation></message>
<message><source>Answered, low</source><comment>burden-answered-low</comment><translation>Antwort, niedrig</translation></message>
<message><source>worst {0} · of {1}</source><comment>burden-worst</comment><translation>längste {0} · von {1}</translation></message>
<message><source>none answered</source><comment>burden-nobody</comment><translation>ohne Antwort</translation></message>
<message><source>no alarm</source><comment>burden-no-alarm</comment><translation>kein Alarm</translation></message>
<message><source>{0}: {1}</source><comment>mean-of</comment><translation>{0}: {1}</translation></message>
<message><source>the resting values that were accepted last.</source><comment>mean-baseline</comment><translation>die zuletzt angenommenen Ruhewerte.</translation></message>
<message><source>the highest systolic value of the whole session, when it was, counted from the start of the infusion, and its difference from baseline. Unconfirmed, old and artefact values do not count.</source><comment>mean-peak-sbp</comment><translation>der höchste systolische Wert der ganzen Sitzung, wann er war, gezählt vom Beginn der Infusion, und sein Abstand vom Ruhewert. Unbestätigte, alte und als Artefakt markierte Werte zählen nicht.</translation></message>
<message><source>the highest diastolic value of the whole session, when it was, counted from the start of the infusion, and its difference from baseline.</source><comment>mean-peak-dbp</comment><translation>der höchste diastolische Wert der ganzen Sitzung, wann er war, gezählt vom Beginn der Infusion, und sein Abstand vom Ruhewert.</translation></message>
<message><source>the highest heart rate of good quality, of the ECG, or of the oximeter in a session without a rate from the ECG; when it was, and its difference from baseline.</source><comment>mean-peak-hr</comment><translation>die höchste Herzfrequenz guter Güte, vom EKG, oder vom Oximeter in einer Sitzung ohne Frequenz vom EKG; wann sie war und ihr Abstand vom Ruhewert.</translation></message>
<message><source>the lowest saturation of good quality, when it was, and its difference from baseline.</source><comment>mean-lowest-spo2</comment><translation>die niedrigste Sättigung guter Güte, wann sie war und ihr Abstand vom Ruhewert.</translation></message>
<message><source>time in which the last cuff value was at or above the active SBP or DBP limit; a value stands until the next one, at most twice the cuff interval. Cuff gap: the longest time without a cuff value during the infusion.</source><comment>mean-above</comment><translation>Zeit, in der der letzte Manschettenwert die geltende Grenze von SYS oder DIA erreichte oder überschritt; ein Wert gilt bis zum nächsten, höchstens zwei Messabstände lang. Messlücke: die längste Zeit ohne Manschettenwert während der Infusion.</translation></message>
<message><source>every onset once, under the worst priority it reached; per hour of the session.</source><comment>mean-alarms</comment><translation>jeder Beginn einmal, unter der höchsten Priorität, die er erreichte; je Stunde der Sitzung.</translation></message>
<message><source>the rates as they were entered, each over the time in which it ran, or the doses; the pump’s own volume where that was entered. The pump is not read.</source><comment>mean-given</comment><translation>die Raten, wie sie eingegeben wurden, jede über die Zeit, in der sie lief, oder die Dosen; das eigene Volumen der Pumpe, wo es eingegeben wurde. Die Pumpe wird nicht ausgelesen.</translation></message>
<message><source>the highest mean pressure: the monitor’s, else (SBP + 2 DBP) / 3.</source><comment>mean-peak-map</comment><translation>der höchste Mitteldruck: der des Monitors, sonst (SYS + 2 DIA) / 3.</translation></message>
<message><source>from baseline to the peaks of SBP and DBP; z is the systolic rise in steps of 12 mmHg.</source><comment>mean-rise</comment><translation>vom Ruhewert zu den Spitzen von SYS und DIA; z ist der systolische Anstieg in Schritten von 12 mmHg.</translation></message>
<message><source>time of either pressure, then the area of SBP and of DBP, on a straight line from one cuff value to the next, at most 15 min apart.</source><comment>mean-above-pair</comment><translation>Zeit eines der beiden Drücke, dann die Fläche von SYS und von DIA, auf einer Geraden von einem Manschettenwert zum nächsten, höchstens 15 min auseinander.</translation></message>
<message><source>of the line through four or five cuff values in 25 min, and when it would have met 180.</source><comment>mean-steepest</comment><translation>der Geraden durch vier oder fünf Manschettenwerte in 25 min, und wann sie 180 erreicht hätte.</translation></message>
<message><source>heart rate × SBP, the highest, with the cuff value of the last 3 min. At rest 6 000–9 000; from 15 000 on the heart works hard.</source><comment>mean-product</comment><translation>Herzfrequenz × SYS, der höchste Wert, mit dem Manschettenwert der letzten 3 min. In Ruhe 6 000–9 000; ab 15 000 arbeitet das Herz schwer.</translation></message>
<message><source>heart rate / SBP, the highest, with the cuff value of the last 3 min. Usually 0.5–0.7.</source><comment>mean-shock</comment><translation>Herzfrequenz / SYS, der höchste Wert, mit dem Manschettenwert der letzten 3 min. Üblich sind 0,5–0,7.</translation></message>
<message><source>the highest score of what was measured; consciousness is not in it.</source><comment>mean-news2</comment><translation>der höchste Wert dessen, was gemessen wurde; das Bewusstsein ist nicht darin.</translation></message>
<message><source>time, area and longest stretch of SBP at or above {0} mmHg, on a straight line from one cuff value to the next; stretches over 15 min without a value are left out.</source><comment>mean-burden</comment><translation>Zeit, Fläche und längste Strecke des SYS bei oder über {0} mmHg, auf einer Geraden von einem Manschettenwert zum nächsten; Strecken über 15 min ohne Wert sind ausgelassen.</translation></message>
<message><source>time of either pressure at or above the limit that was active at each moment, then the area of SBP and of DBP, on a straight line from one cuff value to the next, at most 15 min apart.</source><comment>mean-active</comment><translation>Zeit, in der einer der beiden Drücke die jeweils geltende Grenze erreichte oder überschritt, dann die Fläche von SYS und von DIA, auf einer Geraden von einem Manschettenwert zum nächsten, höchstens 15 min auseinander.</translation></message>
<message><source>from the peak of SBP to the first of two values in a row that are both no more than 10 % or 10 mmHg, whichever is more, over baseline, in SBP and in DBP.</source><comment>mean-return</comment><translation>von der SYS-Spitze bis zum ersten von zwei Werten hintereinander, die beide höchstens 10 % oder 10 mmHg (was mehr ist) über dem Ruhewert liegen, in SYS und in DIA.</translation></message>
<message><source>half of the alarms of the patient were answered faster: from the first sound to the first answer; then the slowest one, and how many were answered.</source><comment>mean-answered</comment><translation>die Hälfte der Alarme des Patienten wurde schneller beantwortet: vom ersten Ton bis zur ersten Antwort; dann die langsamste, und wie viele beantwortet wurden.</translation></message>
<message><source>Nobody is signed in at this window; sign in with a PIN first.</source><comment>right-nobody-here</comment><translation>An diesem Fenster ist niemand angemeldet; zuerst mit einer PIN anmelden.</translation></message>
<message><source>{0} is named and has not given a PIN here; ask {0} for it.</source><comment>right-other-unproved</comment><translation>{0} ist genannt und hat hier keine PIN eingegeben; {0} um die PIN bitten.</translation></message>
<message><source>{0} is {1} here; this needs a {2}.</source><comment>right-other-not-allowed</comment><translation>{0} ist hier {1}; dazu braucht es {2}.</translation></message>
<message><source>The emergency view shows only the sessions that run at this seat; sign in with a PIN.</source><comment>right-emergency-only</comment><translation>Die Notfallansicht zeigt nur die Sitzungen, die an diesem Platz laufen; mit einer PIN anmelden.</translation></message>
<message><source>{0} has staff and patients; say who asks for this with --by NAME, and give the PIN.</source><comment>right-by-missing</comment><translation>{0} hat Personal und Patienten; mit --by NAME sagen, wer fragt, und die PIN eingeben.</translation></message>
<message><source>This could not be written into the audit trail: {0}</source><comment>audit-line-failed</comment><translation>Das konnte nicht in das Zugriffsprotokoll geschrieben werden: {0}</translation></message>
<message><source>The audit trail is empty.</source><comment>audit-none</comment><translation>Das Zugriffsprotokoll ist leer.</translation></message>
<message><source>The audit trail cannot be written now, and waits: {0}</source><comment>audit-waits</comment><translation>Das Zugriffsprotokoll kann gerade nicht geschrieben werden und wartet: {0}</translation></message>
<message><source>The audit trail is written again; nothing of it is missing.</source><comment>audit-caught-up</comment><translation>Das Zugriffsprotokoll wird wieder geschrieben; nichts davon fehlt.</translation></message>
<message><source>The audit trail lacks {0} lines of this program: {1}</source><comment>audit-lost</comment><translation>Dem Zugriffsprotokoll fehlen {0} Zeilen dieses Programms: {1}</translation></message>
<message><source>No PIN – emergency view</source><comment>glass-open</comment><translation>Keine PIN – Notfallansicht</translation></message>
<message><source>Emergency view</source><comment>glass-title</comment><translation>Notfallansicht</translation></message>
<message><source>Look at the running sessions for {0} min without a PIN. Who looked and why is kept in the audit trail.</source><comment>glass-why</comment><translation>Die laufenden Sitzungen {0} min ohne PIN ansehen. Wer warum hinsah, bleibt im Zugriffsprotokoll.</translation></message>
<message><source>Your name</source><comment>glass-name</comment><translation>Ihr Name</translation></message>
<message><source>Type your name</source><comment>glass-name-hint</comment><translation>Ihren Namen tippen</translation></message>
<message><source>Type your name first.</source><comment>glass-name-missing</comment><translation>Zuerst Ihren Namen tippen.</translation></message>
<message><source>This is no name; it can have 40 characters, in one line.</source><comment>glass-name-wrong</comment><translation>Das ist kein Name; er kann 40 Zeichen haben, in einer Zeile.</translation></message>
<message><source>Say why: tap one of the reasons.</source><comment>glass-reason-missing</comment><translation>Sagen Sie, warum: einen der Gründe antippen.</translation></message>
<message><source>Patient emergency</source><comment>glass-reason-patient</comment><translation>Notfall des Patienten</translation></message>
<message><source>Staff not reachable</source><comment>glass-reason-staff</comment><translation>Personal nicht erreichbar</translation></message>
<message><source>Technical fault</source><comment>glass-reason-technical</comment><translation>Technische Störung</translation></message>
<message><source>In own words, if needed</source><comment>glass-text</comment><translation>In eigenen Worten, falls nötig</translation></message>
<message><source>In own words, if needed; no patient's name</source><comment>glass-text-hint</comment><translation>In eigenen Worten, falls nötig; kein Patientenname</translation></message>
<message><source>Review of this session</source><comment>glass-review</comment><translation>Rückblick auf diese Sitzung</translation></message>
<message><source>Show the running sessions</source><comment>glass-begin</comment><translation>Laufende Sitzungen zeigen</translation></message>
<message><source>Emergency view · {0} left</source><comment>glass-left</comment><translation>Notfallansicht · noch {0}</translation></message>
<message><source>{0} · no PIN · entries still ask for one</source><comment>glass-of</comment><translation>{0} · ohne PIN · Einträge fragen weiter danach</translation></message>
<message><source>End the view</source><comment>glass-end</comment><translation>Ansicht beenden</translation></message>
<message><source>opening {0}</source><comment>search-opening</comment><translation>öffnet {0}</translation></message>
<message><source>listening at {0}</source><comment>search-listening</comment><translation>lauscht mit {0}</translation></message>
<message><source>listening</source><comment>search-listening-any</comment><translation>lauscht</translation></message>
<message><source>asking as for {0}</source><comment>search-asking</comment><translation>fragt wie für {0}</translation></message>
<message><source>{0} on {1}{2}: frames {3}, errors {4}, bytes {5}.</source><comment>search-found</comment><translation>{0} an {1}{2}: Pakete {3}, Fehler {4}, Bytes {5}.</translation></message>
<message><source>Proposed: --driver {0}</source><comment>search-proposed</comment><translation>Vorschlag: --driver {0}</translation></message>
<message><source> at {0}</source><comment>search-at</comment><translation> mit {0}</translation></message>
<message><source> or </source><comment>search-or</comment><translation> oder </translation></message>
<message><source> It shows {0}.</source><comment>search-shows</comment><translation> Er zeigt {0}.</translation></message>
<message><source> This result was heard while searching and is not recorded: note it, or measure again.</source><comment>search-result-lost</comment><translation> Dieses Ergebnis kam während der Suche und ist nicht aufgezeichnet: notieren oder noch einmal messen.</translation></message>
<message><source>{0} {1:g} {2}</source><comment>search-value</comment><translation>{0} {1:g} {2}</translation></message>
<message><source>What {0} says is understood equally well as {1}; look at the monitor and choose one.</source><comment>search-equal</comment><translation>Was {0} sagt, lässt sich ebenso gut als {1} verstehen; auf den Monitor sehen und einen wählen.</translation></message>
<message><source> and as </source><comment>search-between</comment><translation> und als </translation></message>
<message><source>{0} talks, but as none of the known monitors: {1}. Check that its output is set to the protocol that «chairside devices» names, or describe it in a file (line:FILE.toml).</source><comment>search-foreign</comment><translation>{0} spricht, aber wie keiner der bekannten Monitore: {1}. Prüfen Sie, ob sein Ausgang auf das Protokoll eingestellt ist, das «chairside devices» nennt, oder beschreiben Sie es in einer Datei (line:FILE.toml).</translation></message>
<message><source>{0} bytes{1}, beginning with {2}</source><comment>search-heard</comment><translation>{0} Bytes{1}, am Anfang {2}</translation></message>
<message><source>{0} only sends back what it is asked: nothing is at the far end, or its wires 2 and 3 are joined. Check the cable and that the monitor is on.</source><comment>search-echo</comment><translation>{0} schickt nur zurück, was gefragt wird: Am anderen Ende ist nichts, oder die Adern 2 und 3 sind verbunden. Prüfen Sie das Kabel und ob der Monitor an ist.</translation></message>
<message><source>{0} is silent{1}. Check that the monitor is on, that its serial output is switched on, and the cable: many monitors need a null-modem cable.{2}</source><comment>search-silent</comment><translation>{0} ist still{1}. Prüfen Sie, ob der Monitor an ist, ob seine serielle Ausgabe eingeschaltet ist, und das Kabel: Viele Monitore brauchen ein Nullmodemkabel.{2}</translation></message>
<message><source> {0} speaks only when it has measured: press START on it while it is searched for.</source><comment>search-press-start</comment><translation> {0} spricht nur nach einer Messung: während der Suche START daran drücken.</translation></message>
<message><source>Ports</source><comment>ports-heading</comment><translation>Anschlüsse</translation></message>
<message><source>Monitors</source><comment>drivers-heading</comment><translation>Monitore</translation></message>
<message><source>{0} (some units {1})</source><comment>drivers-other-line</comment><translation>{0} (manche Geräte {1})</translation></message>
<message><source>sends: {0}</source><comment>drivers-sends</comment><translation>sendet: {0}</translation></message>
<message><source>sends nothing</source><comment>drivers-sends-nothing</comment><translation>sendet nichts</translation></message>
<message><source>can start the cuff, where a person allows it</source><comment>drivers-starts-cuff</comment><translation>kann die Manschette starten, wo jemand es erlaubt</translation></message>
<message><source>Checklist before leaving</source><comment>menu-leaving</comment><translation>Checkliste zur Entlassung</translation></message>
<message><source>Before leaving</source><comment>leaving-title</comment><translation>Vor dem Gehen</translation></message>
<message><source>Patient</source><comment>leaving-tab-body</comment><translation>Patient</translation></message>
<message><source>Asked</source><comment>leaving-tab-asked</comment><translation>Gefragt</translation></message>
<message><source>Going home</source><comment>leaving-tab-home</comment><translation>Heimweg</translation></message>
<message><source>{0} · {1} open</source><comment>leaving-tab-open</comment><translation>{0} · {1} offen</translation></message>
<message><source>The checklist begins with the first dose.</source><comment>leaving-none</comment><translation>Die Checkliste beginnt mit der ersten Gabe.</translation></message>
<message><source>All {0} lines are done.</source><comment>leaving-done</comment><translation>Alle {0} Zeilen sind erledigt.</translation></message>
<message><source>{0} of {1} lines are open</source><comment>leaving-open</comment><translation>{0} von {1} Zeilen offen</translation></message>
<message><source>{0} of {1} lines are open · not before {2}</source><comment>leaving-open-from</comment><translation>{0} von {1} Zeilen offen · nicht vor {2}</translation></message>
<message><source>baseline {0}</source><comment>leaving-baseline</comment><translation>Ruhe {0}</translation></message>
<message><source>Met</source><comment>state-met</comment><translation>Erfüllt</translation></message>
<message><source>Not yet</source><comment>state-not-yet</comment><translation>Noch nicht</translation></message>
<message><source>Not met</source><comment>state-not-met</comment><translation>Nicht erfüllt</translation></message>
<message><source>Let go</source><comment>state-let-go</comment><translation>Verzichtet</translation></message>
<message><source>“{0}” ({1})</source><comment>leaving-let-go</comment><translation>„{0}“ ({1})</translation></message>
<message><source>“{0}” ({1}, {2})</source><comment>leaving-let-go-two</comment><translation>„{0}“ ({1}, {2})</translation></message>
<message><source>All {0} done</source><comment>leaving-all</comment><translation>Alle {0}</translation></message>
<message><source>Done</source><comment>line-tick</comment><translation>Erledigt</translation></message>
<message><source>It is so</source><comment>line-tick-found</comment><translation>So ist es</translation></message>
<message><source>Done ✓</source><comment>line-untick</comment><translation>Erledigt ✓</translation></message>
<message><source>Date …</source><comment>line-date</comment><translation>Datum …</translation></message>
<message><source>Who …</source><comment>line-name</comment><translation>Wer …</translation></message>
<message><source>Score …</source><comment>line-score</comment><translation>Erheben …</translation></message>
<message><source>Cuff …</source><comment>line-cuff</comment><translation>Messen …</translation></message>
<message><source>Stand …</source><comment>line-stand</comment><translation>Stehen …</translation></message>
<message><source>Pump …</source><comment>line-pump</comment><translation>Pumpe …</translation></message>
<message><source>Notes …</source><comment>line-notes</comment><translation>Notizen …</translation></message>
<message><source>Alarm …</source><comment>line-answer</comment><translation>Alarm …</translation></message>
<message><source>Let go …</source><comment>line-let-go</comment><translation>Verzicht …</translation></message>
<message><source>{0}: {1}</source><comment>leaving-do</comment><translation>{0}: {1}</translation></message>
<message><source>Begin discharge</source><comment>leaving-begin</comment><translation>Entlassung beginnen</translation></message>
<message><source>Sign off …</source><comment>leaving-sign</comment><translation>Unterschreiben …</translation></message>
<message><source>Checklist · {0}</source><comment>step-leaving</comment><translation>Checkliste · {0}</translation></message>
<message><source>Sign off</source><comment>step-sign</comment><translation>Unterschreiben</translation></message>
<message><source>{0} open</source><comment>ribbon-leaving</comment><translation>{0} offen</translation></message>
<message><source>{0} open · from {1}</source><comment>ribbon-leaving-from</comment><translation>{0} offen · ab {1}</translation></message>
<message><source>may leave</source><comment>ribbon-leaving-done</comment><translation>darf gehen</translation></message>
<message><source>When is the next session?</source><comment>leaving-ask-next-date</comment><translation>Wann ist die nächste Sitzung?</translation></message>
<message><source>It is kept with the tick.</source><comment>leaving-ask-next-date-why</comment><translation>Es wird mit dem Haken gespeichert.</translation></message>
<message><source>Another date, or that there is none …</source><comment>leaving-ask-next-date-own</comment><translation>Anderes Datum, oder dass es keines gibt …</translation></message>
<message><source>{0} ({1} days)</source><comment>next-in-days</comment><translation>{0} ({1} Tage)</translation></message>
<message><source>{0} ({1} weeks)</source><comment>next-in-weeks</comment><translation>{0} ({1} Wochen)</translation></message>
<message><source>{0} {1}</source><comment>next-day</comment><translation>{0} {1}</translation></message>
<message><source>Mon</source><comment>weekday-0</comment><translation>Mo</translation></message>
<message><source>Tue</source><comment>weekday-1</comment><translation>Di</translation></message>
<message><source>Wed</source><comment>weekday-2</comment><translation>Mi</translation></message>
<message><source>Thu</source><comment>weekday-3</comment><translation>Do</translation></message>
<message><source>Fri</source><comment>weekday-4</comment><translation>Fr</translation></message>
<message><source>Sat</source><comment>weekday-5</comment><translation>Sa</translation></message>
<message><source>Sun</source><comment>weekday-6</comment><translation>So</translation></message>
<message><source>No further date</source><comment>next-none</comment><translation>Kein weiterer Termin</translation></message>
<message><source>Which provider saw the patient?</source><comment>leaving-ask-provider-seen</comment><translation>Welcher Arzt sah den Patienten?</translation></message>
<message><source>The name is kept with the tick.</source><comment>leaving-ask-provider-seen-why</comment><translation>Der Name wird mit dem Haken gespeichert.</translation></message>
<message><source>Name of the provider …</source><comment>leaving-ask-provider-seen-own</comment><translation>Name des Arztes …</translation></message>
<message><source>Who takes the patient home?</source><comment>leaving-ask-escort</comment><translation>Wer bringt den Patienten nach Hause?</translation></message>
<message><source>The name is kept with the tick.</source><comment>leaving-ask-escort-why</comment><translation>Der Name wird mit dem Haken gespeichert.</translation></message>
<message><source>Name of the escort …</source><comment>leaving-ask-escort-own</comment><translation>Name der Begleitung …</translation></message>
<message><source>Why is «{0}» let go?</source><comment>letting-title</comment><translation>Warum wird auf «{0}» verzichtet?</translation></message>
<message><source>The reason is kept with your name.</source><comment>letting-why</comment><translation>Der Grund wird mit Ihrem Namen gespeichert.</translation></message>
<message><source>The provider agrees</source><comment>letting-provider</comment><translation>Arzt stimmt zu</translation></message>
<message><source>Usual for this patient</source><comment>letting-usual</comment><translation>Bei diesem Patienten üblich</translation></message>
<message><source>The patient declines</source><comment>letting-declined</comment><translation>Patient lehnt ab</translation></message>
<message><source>Done, and kept elsewhere</source><comment>letting-elsewhere</comment><translation>Getan, anderswo festgehalten</translation></message>
<message><source>Who is the second person?</source><comment>letting-second</comment><translation>Wer ist die zweite Person?</translation></message>
<message><source>This line is about the patient or the drug: two let it go.</source><comment>letting-second-why</comment><translation>Diese Zeile betrifft Patient oder Mittel: Darauf verzichten zwei.</translation></message>
<message><source>Sign off</source><comment>signoff-title</comment><translation>Unterschreiben</translation></message>
<message><source>Patient</source><comment>signoff-patient</comment><translation>Patient</translation></message>
<message><source>Session {0} of {1}</source><comment>signoff-course</comment><translation>Sitzung {0} von {1}</translation></message>
<message><source>Session {0}</source><comment>signoff-number</comment><translation>Sitzung {0}</translation></message>
<message><source>Drug</source><comment>signoff-drug</comment><translation>Mittel</translation></message>
<message><source>Given</source><comment>signoff-given</comment><translation>Gegeben</translation></message>
<message><source>Time</source><comment>signoff-time</comment><translation>Zeit</translation></message>
<message><source>Blood pressure</source><comment>signoff-bp</comment><translation>Blutdruck</translation></message>
<message><source>Heart rate, SpO₂</source><comment>signoff-signs</comment><translation>Herzfrequenz, SpO₂</translation></message>
<message><source>Alarms</source><comment>signoff-alarms</comment><translation>Alarme</translation></message>
<message><source>Symptoms</source><comment>signoff-symptoms</comment><translation>Beschwerden</translation></message>
<message><source>Scores</source><comment>signoff-scores</comment><translation>Skalen</translation></message>
<message><source>Limits moved</source><comment>signoff-limits</comment><translation>Geänderte Grenzen</translation></message>
<message><source>Let go</source><comment>signoff-let-go</comment><translation>Verzichtet</translation></message>
<message><source>Open</source><comment>signoff-open</comment><translation>Offen</translation></message>
<message><source>nothing was given</source><comment>signoff-nothing</comment><translation>nichts gegeben</translation></message>
<message><source>none</source><comment>signoff-none</comment><translation>keine</translation></message>
<message><source>not known</source><comment>signoff-not-known</comment><translation>nicht bekannt</translation></message>
<message><source>{0} mg, calculated</source><comment>signoff-mg-calculated</comment><translation>{0} mg, berechnet</translation></message>
<message><source>{0} mg by the pump's {1} mL ({2} mg calculated)</source><comment>signoff-mg-pump</comment><translation>{0} mg laut {1} ml der Pumpe ({2} mg berechnet)</translation></message>
<message><source>{0} mg in {1}</source><comment>signoff-mg-doses</comment><translation>{0} mg in {1}</translation></message>
<message><source>one dose</source><comment>signoff-doses-1</comment><translation>einer Gabe</translation></message>
<message><source>{0} doses</source><comment>signoff-doses</comment><translation>{0} Gaben</translation></message>
<message><source>{0} · planned {1} mg</source><comment>signoff-planned</comment><translation>{0} · geplant {1} mg</translation></message>
<message><source>{0} to {1}</source><comment>signoff-ran</comment><translation>{0} bis {1}</translation></message>
<message><source>from {0}</source><comment>signoff-since</comment><translation>seit {0}</translation></message>
<message><source>session opened {0}</source><comment>signoff-since-opened</comment><translation>Sitzung geöffnet {0}</translation></message>
<message><source>peak {0}/{1}, baseline {2}, last {3}</source><comment>signoff-peak</comment><translation>max. {0}/{1}, Ruhe {2}, zuletzt {3}</translation></message>
<message><source>HR to {0}/min · SpO₂ down to {1} %</source><comment>signoff-extremes</comment><translation>HF bis {0}/min · SpO₂ bis {1} %</translation></message>
<message><source>{0} high · {1} medium · {2} low</source><comment>signoff-counted</comment><translation>{0} hoch · {1} mittel · {2} niedrig</translation></message>
<message><source>{0} (not over)</source><comment>signoff-symptom-open</comment><translation>{0} (nicht vorbei)</translation></message>
<message><source>{0} worst {1}, last {2}</source><comment>signoff-worst</comment><translation>{0} schlechtester {1}, zuletzt {2}</translation></message>
<message><source>{0} {1}</source><comment>signoff-only</comment><translation>{0} {1}</translation></message>
<message><source>{0} {1} (was {2})</source><comment>signoff-limit</comment><translation>{0} {1} (war {2})</translation></message>
<message><source>{0} entries without a name</source><comment>signoff-unclaimed</comment><translation>{0} Einträge ohne Namen</translation></message>
<message><source>By signing, {0} says: this record is complete as far as I know it, and the patient may leave. After that nothing in it can be changed.</source><comment>signoff-meaning</comment><translation>Mit der Unterschrift sagt {0}: Diese Akte ist, soweit ich weiß, vollständig, und der Patient darf gehen. Danach lässt sich darin nichts mehr ändern.</translation></message>
<message><source>By signing, {0} says: this session ends without a treatment. After that nothing in the record can be changed.</source><comment>signoff-meaning-nothing</comment><translation>Mit der Unterschrift sagt {0}: Diese Sitzung endet ohne Behandlung. Danach lässt sich in der Akte nichts mehr ändern.</translation></message>
<message><source>whoever signs</source><comment>signoff-you</comment><translation>wer unterschreibt</translation></message>
<message><source>Sign</source><comment>signoff-sign</comment><translation>Unterschreiben</translation></message>
<message><source>Sign with a reason …</source><comment>signoff-sign-open</comment><translation>Mit Grund unterschreiben …</translation></message>
<message><source>End it with a reason …</source><comment>signoff-end-nothing</comment><translation>Mit Grund beenden …</translation></message>
<message><source>The treatment is still under way: stop it first, then sign.</source><comment>signoff-running</comment><translation>Die Behandlung läuft noch: zuerst beenden, dann unterschreiben.</translation></message>
<message><source>Who signs?</source><comment>signoff-who</comment><translation>Wer unterschreibt?</translation></message>
<message><source>The PIN makes it a signature.</source><comment>signoff-who-why</comment><translation>Die PIN macht es zur Unterschrift.</translation></message>
<message><source>Who is the second person?</source><comment>signoff-second</comment><translation>Wer ist die zweite Person?</translation></message>
<message><source>Lines about the patient or the drug are let go with this signature.</source><comment>signoff-second-why</comment><translation>Mit dieser Unterschrift wird auf Zeilen über Patient oder Mittel verzichtet.</translation></message>
<message><source>Why may the patient leave although {0} lines are open?</source><comment>signoff-why</comment><translation>Warum darf der Patient gehen, obwohl {0} Zeilen offen sind?</translation></message>
<message><source>Why may the patient leave although «{0}» is open?</source><comment>signoff-why-1</comment><translation>Warum darf der Patient gehen, obwohl «{0}» offen ist?</translation></message>
<message><source>The reason is kept with the signature.</source><comment>signoff-why-kept</comment><translation>Der Grund wird mit der Unterschrift gespeichert.</translation></message>
<message><source>The provider agrees</source><comment>signoff-why-provider</comment><translation>Arzt stimmt zu</translation></message>
<message><source>The patient leaves against advice</source><comment>signoff-why-advice</comment><translation>Patient geht gegen ärztlichen Rat</translation></message>
<message><source>Handed over to a hospital</source><comment>signoff-why-transfer</comment><translation>An ein Krankenhaus übergeben</translation></message>
<message><source>Done, and kept elsewhere</source><comment>signoff-why-elsewhere</comment><translation>Getan, anderswo festgehalten</translation></message>
<message><source>Why was nothing given?</source><comment>signoff-why-nothing</comment><translation>Warum wurde nichts gegeben?</translation></message>
<message><source>The patient declined</source><comment>ending-declined</comment><translation>Patient lehnte ab</translation></message>
<message><source>No-go in the screening</source><comment>ending-no-go</comment><translation>Nein im Screening</translation></message>
<message><source>Blood pressure too high</source><comment>ending-pressure</comment><translation>Blutdruck zu hoch</translation></message>
<message><source>The patient did not come</source><comment>ending-absent</comment><translation>Patient kam nicht</translation></message>
<message><source>Monitor or pump not ready</source><comment>ending-device</comment><translation>Monitor oder Pumpe nicht bereit</translation></message>
<message><source>Opened by mistake</source><comment>ending-mistake</comment><translation>Aus Versehen geöffnet</translation></message>
<message><source>Signed by {0} at {1}</source><comment>signoff-signed</comment><translation>Unterschrieben von {0} um {1}</translation></message>
<message><source>Signed by {0} and {2} at {1}</source><comment>signoff-signed-second</comment><translation>Unterschrieben von {0} und {2} um {1}</translation></message>
<message><source>Reason: {0}</source><comment>signoff-because</comment><translation>Grund: {0}</translation></message>
<message><source>The record is closed; nothing in it can be changed any more.</source><comment>signoff-read-only</comment><translation>Die Akte ist geschlossen; nichts darin lässt sich mehr ändern.</translation></message>
<message><source>Review session</source><comment>signoff-review</comment><translation>Sitzung ansehen</translation></message>
<message><source>New session</source><comment>signoff-new</comment><translation>Neue Sitzung</translation></message>
<message><source>Signed by {0} at {1}</source><comment>ribbon-signed</comment><translation>Unterschrieben von {0} um {1}</translation></message>
<message><source>signed by {0} at {1}</source><comment>review-signed</comment><translation>unterschrieben von {0} um {1}</translation></message>
<message><source>signed by {0} and {2} at {1}</source><comment>review-signed-second</comment><translation>unterschrieben von {0} und {2} um {1}</translation></message>
<message><source>ended at {0}, without a name</source><comment>review-ended-nobody</comment><translation>beendet um {0}, ohne Namen</translation></message>
<message><source>not signed</source><comment>review-not-signed</comment><translation>nicht unterschrieben</translation></message>
<message><source>entries without a name: {0}</source><comment>review-unclaimed</comment><translation>Einträge ohne Namen: {0}</translation></message>
<message><source>An alarm is sounding. Answer it first, then check the sound.</source><comment>sound-check-alarm</comment><translation>Ein Alarm ertönt. Beantworten Sie ihn zuerst, dann prüfen Sie den Ton.</translation></message>
<message><source>The sound check is not at its {0} burst now.</source><comment>sound-check-other-step</comment><translation>Die Tonprüfung ist jetzt nicht beim Ton {0}.</translation></message>
<message><source>The burst was not played yet. Play it, then say if you heard it.</source><comment>sound-check-not-played</comment><translation>Der Ton wurde noch nicht gespielt. Erst spielen, dann antworten.</translation></message>
<message><source>This program was started without sound. Start it with sound to check it.</source><comment>sound-check-off</comment><translation>Dieses Programm wurde ohne Ton gestartet. Zum Prüfen mit Ton starten.</translation></message>
<message><source>Sound check</source><comment>menu-sound</comment><translation>Tonprüfung</translation></message>
<message><source>Sound check · due</source><comment>menu-sound-due</comment><translation>Tonprüfung · fällig</translation></message>
<message><source>Sound check</source><comment>sound-title</comment><translation>Tonprüfung</translation></message>
<message><source>Sound check due – 20 seconds. Once a shift at this computer.</source><comment>sound-card-full</comment><translation>Tonprüfung fällig – 20 Sekunden. Einmal je Schicht an diesem Computer.</translation></message>
<message><source>Sound check due – 5 seconds. One medium alarm.</source><comment>sound-card-short</comment><translation>Tonprüfung fällig – 5 Sekunden. Ein mittlerer Alarm.</translation></message>
<message><source>Check the sound</source><comment>sound-card-check</comment><translation>Ton prüfen</translation></message>
<message><source>A full check is due: once a shift at this computer.</source><comment>sound-due-full</comment><translation>Eine volle Prüfung ist fällig: einmal je Schicht an diesem Computer.</translation></message>
<message><source>A short check is due: one medium alarm.</source><comment>sound-due-short</comment><translation>Eine kurze Prüfung ist fällig: ein mittlerer Alarm.</translation></message>
<message><source>No check is due. You can check at any time.</source><comment>sound-due-none</comment><translation>Keine Prüfung ist fällig. Prüfen geht jederzeit.</translation></message>
<message><source>Go to where you will work. This computer plays its alarm sounds one after the other; say for each whether you heard it there.</source><comment>sound-explained</comment><translation>Gehen Sie dorthin, wo Sie arbeiten werden. Dieser Computer spielt seine Alarmtöne nacheinander; sagen Sie bei jedem, ob Sie ihn dort gehört haben.</translation></message>
<message><source>Who listens</source><comment>sound-who</comment><translation>Wer hört</translation></message>
<message><source>initials</source><comment>sound-who-hint</comment><translation>Initialen</translation></message>
<message><source>Say who listens: type the initials.</source><comment>sound-who-missing</comment><translation>Wer hört? Initialen eingeben.</translation></message>
<message><source>Full check</source><comment>sound-begin-full</comment><translation>Volle Prüfung</translation></message>
<message><source>high, medium and low · 20 seconds</source><comment>sound-begin-full-detail</comment><translation>hoch, mittel und niedrig · 20 Sekunden</translation></message>
<message><source>Short check</source><comment>sound-begin-short</comment><translation>Kurze Prüfung</translation></message>
<message><source>medium only · 5 seconds</source><comment>sound-begin-short-detail</comment><translation>nur mittel · 5 Sekunden</translation></message>
<message><source>High alarm</source><comment>sound-step-high</comment><translation>Hoher Alarm</translation></message>
<message><source>Medium alarm</source><comment>sound-step-medium</comment><translation>Mittlerer Alarm</translation></message>
<message><source>Low alarm</source><comment>sound-step-low</comment><translation>Niedriger Alarm</translation></message>
<message><source>Playing the {0} …</source><comment>sound-plays</comment><translation>{0} wird gespielt …</translation></message>
<message><source>The {0} did not begin. If you hear nothing, press No.</source><comment>sound-slow</comment><translation>{0} begann nicht. Hören Sie nichts, drücken Sie Nein.</translation></message>
<message><source>Did you hear the {0}?</source><comment>sound-asks</comment><translation>{0}: gehört?</translation></message>
<message><source>Yes</source><comment>sound-yes</comment><translation>Ja</translation></message>
<message><source>No</source><comment>sound-no</comment><translation>Nein</translation></message>
<message><source>Play again</source><comment>sound-again</comment><translation>Noch einmal</translation></message>
<message><source>Check again</source><comment>sound-anew</comment><translation>Neu prüfen</translation></message>
<message><source>Done</source><comment>sound-done</comment><translation>Fertig</translation></message>
<message><source>Heard. The answer is kept.</source><comment>sound-heard</comment><translation>Gehört. Die Antwort ist gespeichert.</translation></message>
<message><source>The next full check is due in 12 hours, a short one with each session.</source><comment>sound-heard-full</comment><translation>Die nächste volle Prüfung ist in 12 Stunden fällig, eine kurze bei jeder Sitzung.</translation></message>
<message><source>Alarms of this session are heard at this computer.</source><comment>sound-heard-short</comment><translation>Alarme dieser Sitzung sind an diesem Computer zu hören.</translation></message>
<message><source>Not heard: {0}</source><comment>sound-not-heard</comment><translation>Nicht gehört: {0}</translation></message>
<message><source>1  Is the loudspeaker switched on?</source><comment>sound-help-loudspeaker</comment><translation>1  Ist der Lautsprecher eingeschaltet?</translation></message>
<message><source>2  Is the volume up, here and on the loudspeaker, and not muted?</source><comment>sound-help-volume</comment><translation>2  Ist die Lautstärke hoch, hier und am Lautsprecher, und nicht stumm?</translation></message>
<message><source>3  Is its cable in, and are headphones out?</source><comment>sound-help-cable</comment><translation>3  Steckt sein Kabel, und ist kein Kopfhörer angeschlossen?</translation></message>
<message><source>4  Does the system play on this loudspeaker?</source><comment>sound-help-output</comment><translation>4  Spielt das System über diesen Lautsprecher?</translation></message>
<message><source>Until somebody hears it, every session here shows the alarm «No alarm sound». Watch the screen and the bedside monitor.</source><comment>sound-stands</comment><translation>Bis jemand ihn hört, zeigt jede Sitzung hier den Alarm «Kein Alarmton». Beobachten Sie den Bildschirm und den Monitor am Patienten.</translation></message>
<message><source>Bedside alarm OFF</source><comment>bedside-alarm-off</comment><translation>Monitor-Alarm AUS</translation></message>
<message><source>Started without sound</source><comment>sound-note-off</comment><translation>Ohne Ton gestartet</translation></message>
<message><source>Silent: session runs</source><comment>demo-silent</comment><translation>Stumm: Sitzung läuft</translation></message>
<message><source>In a demo there is no sound check.</source><comment>demo-no-sound-check</comment><translation>In einer Demo gibt es keine Tonprüfung.</translation></message>
<message><source>nobody heard the sound check</source><comment>why-not-heard</comment><translation>niemand hat die Tonprüfung gehört</translation></message>
<message><source>Sound check ({0}): heard</source><comment>past-sound-heard</comment><translation>Tonprüfung ({0}): gehört</translation></message>
<message><source>Sound check ({0}): not heard</source><comment>past-sound-not-heard</comment><translation>Tonprüfung ({0}): nicht gehört</translation></message>
<message><source>full</source><comment>sound-check-full</comment><translation>voll</translation></message>
<message><source>short</source><comment>sound-check-short</comment><translation>kurz</translation></message>
<message><source>Second copy off</source><comment>second-place-off</comment><translation>Zweitkopie aus</translation></message>
<message><source>Understood</source><comment>store-note-read</comment><translation>Verstanden</translation></message>
<message><source>{0} lines that had not reached the record were put back from the second place {1}.</source><comment>merged-back</comment><translation>{0} Zeilen, die nicht bis in die Aufzeichnung gekommen waren, wurden vom zweiten Ort {1} zurückgeholt.</translation></message>
<message><source>1 line that had not reached the record was put back from the second place {1}.</source><comment>merged-back-one</comment><translation>1 Zeile, die nicht bis in die Aufzeichnung gekommen war, wurde vom zweiten Ort {1} zurückgeholt.</translation></message>
<message><source>{0} parts of the second place {1} are damaged and could not be put back.</source><comment>merged-lost</comment><translation>{0} Teile des zweiten Ortes {1} sind beschädigt und konnten nicht zurückgeholt werden.</translation></message>
<message><source>{0} files of the second place {1} do not open with this passphrase or key and were left as they are; check CHAIRSIDE_PASSPHRASE.</source><comment>merged-unread</comment><translation>{0} Dateien des zweiten Ortes {1} lassen sich mit diesem Kennwort oder Schlüssel nicht öffnen und blieben, wie sie sind; CHAIRSIDE_PASSPHRASE prüfen.</translation></message>
<message><source>The record {0} was damaged: {1} lines of {2} sessions were saved, none is missing; the damaged file is kept as {3}.</source><comment>rescued-whole</comment><translation>Die Aufzeichnung {0} war beschädigt: {1} Zeilen aus {2} Sitzungen wurden gerettet, keine fehlt; die beschädigte Datei bleibt als {3}.</translation></message>
<message><source>The record {0} was damaged: {1} lines of {2} sessions were saved, {4} are missing; the damaged file is kept as {3}.</source><comment>rescued-part</comment><translation>Die Aufzeichnung {0} war beschädigt: {1} Zeilen aus {2} Sitzungen wurden gerettet, {4} fehlen; die beschädigte Datei bleibt als {3}.</translation></message>
<message><source>The record {0} was damaged; its rescue, begun earlier, is finished.</source><comment>rescued-finished</comment><translation>Die Aufzeichnung {0} war beschädigt; ihre früher begonnene Rettung ist beendet.</translation></message>
<message><source>{0}: {1} lines saved, {2} missing, {3} told in two ways</source><comment>rescued-session</comment><translation>{0}: {1} Zeilen gerettet, {2} fehlen, {3} auf zwei Arten überliefert</translation></message>
<message><source>The record {0} with {1} sessions is gone, and a new one was begun; put the file back, or restore the last backup.</source><comment>record-gone</comment><translation>Die Aufzeichnung {0} mit {1} Sitzungen ist weg, und eine neue wurde begonnen; die Datei zurücklegen oder die letzte Sicherung wiederherstellen.</translation></message>
<message><source>{0} is whole; nothing was rescued.</source><comment>rescue-not-needed</comment><translation>{0} ist heil; nichts wurde gerettet.</translation></message>
<message><source>Session {0} has ended in the second place already; it is shown once the record can be written again.</source><comment>resume-without-record</comment><translation>Sitzung {0} ist am zweiten Ort schon beendet; sie wird gezeigt, sobald die Aufzeichnung wieder beschrieben werden kann.</translation></message>
<message><source>{0}/{1} mmHg</source><comment>staged-pressure</comment><translation>{0}/{1} mmHg</translation></message>
<message><source>blood pressure {0}/{1} mmHg</source><comment>staged-pressure-by</comment><translation>Blutdruck {0}/{1} mmHg</translation></message>
<message><source>heart rate {0} /min</source><comment>staged-rate-by</comment><translation>Herzfrequenz {0} /min</translation></message>
<message><source>{0} within {1}</source><comment>staged-within</comment><translation>{0} innerhalb {1}</translation></message>
<message><source>for {0}</source><comment>staged-for</comment><translation>für {0}</translation></message>
<message><source>SpO₂ shown {0} %</source><comment>staged-shown-spo2</comment><translation>SpO₂ angezeigt {0} %</translation></message>
<message><source>SpO₂ to {0} % within {1}</source><comment>staged-spo2-within</comment><translation>SpO₂ auf {0} % innerhalb {1}</translation></message>
<message><source>no breath for {0}, SpO₂ to {1} %</source><comment>staged-apnoea</comment><translation>kein Atemzug für {0}, SpO₂ auf {1} %</translation></message>
<message><source>{0} beats a minute do not reach the finger</source><comment>staged-lost-beats</comment><translation>{0} Schläge pro Minute erreichen den Finger nicht</translation></message>
<message><source>over within {0}</source><comment>staged-subsides</comment><translation>vorbei innerhalb {0}</translation></message>
<message><source>blood pressure {0}/{1} mmHg, heart rate {2} /min, SpO₂ {3} %</source><comment>staged-likeness</comment><translation>Blutdruck {0}/{1} mmHg, Herzfrequenz {2} /min, SpO₂ {3} %</translation></message>
<message><source>{0} % of what is sent</source><comment>staged-share</comment><translation>{0} % des Gesendeten</translation></message>
<message><source>{0} ahead</source><comment>staged-clock-ahead</comment><translation>geht {0} vor</translation></message>
<message><source>{0} behind</source><comment>staged-clock-behind</comment><translation>geht {0} nach</translation></message>
<message><source>{0} is no lesson; it can be watched with chairside demo --scenario {0}.</source><comment>training-no-lesson</comment><translation>{0} ist keine Lektion; ansehen lässt es sich mit chairside demo --scenario {0}.</translation></message>
<message><source>the lesson is over</source><comment>training-over</comment><translation>die Lektion ist beendet</translation></message>
<message><source>There is no training in {0} yet; begin one with chairside train --scenario S4.</source><comment>training-none-yet</comment><translation>In {0} ist noch keine Übung; mit chairside train --scenario S4 beginnt eine.</translation></message>
<message><source>There is no training {0} in {1}; chairside train --list shows all of them.</source><comment>training-unknown</comment><translation>In {1} gibt es keine Übung {0}; chairside train --list zeigt alle.</translation></message>
<message><source>Session {0} in {1} is no training; chairside train --list shows those that are.</source><comment>training-not-one</comment><translation>Sitzung {0} in {1} ist keine Übung; chairside train --list zeigt die Übungen.</translation></message>
<message><source>Lessons</source><comment>training-lessons</comment><translation>Lektionen</translation></message>
<message><source>Trainings</source><comment>menu-trainings</comment><translation>Übungen</translation></message>
<message><source>Trainings</source><comment>training-past</comment><translation>Übungen</translation></message>
<message><source>Lesson {0} · {1}</source><comment>lesson-strip</comment><translation>Lektion {0} · {1}</translation></message>
<message><source>Treat this patient as you would any other.</source><comment>lesson-strip-task</comment><translation>Behandeln Sie diesen Patienten wie jeden anderen.</translation></message>
<message><source>Finish lesson</source><comment>lesson-finish</comment><translation>Lektion beenden</translation></message>
<message><source>Finish now?</source><comment>lesson-finish-sure</comment><translation>Jetzt beenden?</translation></message>
<message><source>The lesson is over.</source><comment>lesson-finished</comment><translation>Die Lektion ist beendet.</translation></message>
<message><source>Debrief</source><comment>lesson-debrief</comment><translation>Nachbesprechung</translation></message>
<message><source>Patient</source><comment>lesson-patient</comment><translation>Patient</translation></message>
<message><source>Found</source><comment>lesson-found</comment><translation>Befund</translation></message>
<message><source>Ask the patient</source><comment>hand-ask-patient</comment><translation>Patienten befragen</translation></message>
<message><source>Press START</source><comment>hand-re-measure</comment><translation>START drücken</translation></message>
<message><source>Check cuff</source><comment>hand-check-cuff</comment><translation>Manschette prüfen</translation></message>
<message><source>Check probe</source><comment>hand-check-probe</comment><translation>Sensor prüfen</translation></message>
<message><source>Check cable</source><comment>hand-check-cable</comment><translation>Kabel prüfen</translation></message>
<message><source>Rouse, lay flat</source><comment>hand-stimulate</comment><translation>Wecken, flach lagern</translation></message>
<message><source>Give oxygen</source><comment>hand-oxygen</comment><translation>Sauerstoff geben</translation></message>
<message><source>The cuff inflates.</source><comment>hand-found-re-measure</comment><translation>Die Manschette wird aufgepumpt.</translation></message>
<message><source>The cuff sits as it should now.</source><comment>hand-found-check-cuff</comment><translation>Die Manschette sitzt jetzt richtig.</translation></message>
<message><source>The probe sits on the finger.</source><comment>hand-found-check-probe</comment><translation>Der Sensor sitzt am Finger.</translation></message>
<message><source>The data cable is plugged in at both ends, the mains plug in the wall.</source><comment>hand-found-check-cable</comment><translation>Das Datenkabel steckt an beiden Enden, der Netzstecker in der Steckdose.</translation></message>
<message><source>You spoke to the patient, laid the chair flat and held the airway open.</source><comment>hand-found-stimulate</comment><translation>Sie haben den Patienten angesprochen, den Stuhl flach gestellt und den Atemweg freigehalten.</translation></message>
<message><source>Oxygen runs.</source><comment>hand-found-oxygen</comment><translation>Sauerstoff läuft.</translation></message>
<message><source>“I am fine.”</source><comment>cue-well</comment><translation>„Mir geht es gut.“</translation></message>
<message><source>“I feel tense. No pain.”</source><comment>cue-tense</comment><translation>„Ich bin angespannt. Keine Schmerzen.“</translation></message>
<message><source>“My head is splitting. It came all at once.”</source><comment>cue-severe-headache</comment><translation>„Mein Kopf zerspringt. Es kam ganz plötzlich.“</translation></message>
<message><source>“I can’t do this. I want to get out of here.”</source><comment>cue-panic</comment><translation>„Ich halte das nicht aus. Ich will hier raus.“</translation></message>
<message><source>The patient is pale and sweating and says: “I feel faint.”</source><comment>cue-pale</comment><translation>Der Patient ist blass, schwitzt und sagt: „Mir wird schwarz vor Augen.“</translation></message>
<message><source>The provider is at the chair and has just given labetalol 100 mg IV.</source><comment>cue-labetalol</comment><translation>Der Arzt ist am Platz und hat soeben Labetalol 100 mg i.v. gegeben.</translation></message>
<message><source>The patient’s head has sunk forward; the patient snores.</source><comment>cue-snoring</comment><translation>Der Kopf des Patienten ist nach vorn gesunken; der Patient schnarcht.</translation></message>
<message><source>The patient sits upright again and breathes quietly.</source><comment>cue-snoring-over</comment><translation>Der Patient sitzt wieder aufrecht und atmet ruhig.</translation></message>
<message><source>The patient lies still and does not answer; the chest does not move.</source><comment>cue-no-breath</comment><translation>Der Patient liegt still und antwortet nicht; der Brustkorb bewegt sich nicht.</translation></message>
<message><source>The patient has opened the eyes, coughs and breathes.</source><comment>cue-no-breath-over</comment><translation>Der Patient hat die Augen geöffnet, hustet und atmet.</translation></message>
<message><source>“I feel hardly anything. Is it running at all?”</source><comment>cue-nothing-felt</comment><translation>„Ich spüre kaum etwas. Läuft das überhaupt?“</translation></message>
<message><source>The patient bent the arm while the cuff was measuring.</source><comment>cue-moved</comment><translation>Der Patient hat den Arm während der Messung gebeugt.</translation></message>
<message><source>“My ride is here. Can I go now?”</source><comment>cue-go-home</comment><translation>„Ich werde abgeholt. Kann ich jetzt gehen?“</translation></message>
<message><source>A treated hypertension: the drug raises the pressure above 160 and it comes down by itself after the infusion.</source><comment>cause-hypertensive-response</comment><translation>Eine behandelte Hypertonie: Das Mittel hebt den Blutdruck über 160; nach der Infusion sinkt er von selbst.</translation></message>
<message><source>A severe pressor response to the drug. After the pause the pressure keeps up for five minutes and falls over half an hour.</source><comment>cause-severe-hypertension</comment><translation>Eine schwere Druckreaktion auf das Mittel. Nach der Pause hält sich der Druck fünf Minuten und fällt über eine halbe Stunde.</translation></message>
<message><source>A hypertensive emergency: 206/124 out of a calm course, with a sudden severe headache.</source><comment>cause-hypertensive-emergency</comment><translation>Ein hypertensiver Notfall: 206/124 aus ruhigem Verlauf, mit plötzlichem starkem Kopfschmerz.</translation></message>
<message><source>A panic with a racing but regular heart; the pressure rises only a little.</source><comment>cause-panic</comment><translation>Eine Panik mit schnellem, aber regelmäßigem Herzschlag; der Blutdruck steigt nur wenig.</translation></message>
<message><source>A vasovagal faint five minutes after the end of the infusion.</source><comment>cause-vasovagal</comment><translation>Eine vasovagale Synkope fünf Minuten nach Ende der Infusion.</translation></message>
<message><source>Labetalol 100 mg against the pressure, five times the usual dose: it works while the drug’s own effect fades.</source><comment>cause-drug-hypotension</comment><translation>Labetalol 100 mg gegen den Blutdruck, das Fünffache der üblichen Dosis: Es wirkt, während die Wirkung des Mittels nachlässt.</translation></message>
<message><source>A narrowed airway: the head has sunk forward, breathing is slow and shallow.</source><comment>cause-airway</comment><translation>Ein verengter Atemweg: Der Kopf ist nach vorn gesunken, die Atmung langsam und flach.</translation></message>
<message><source>An apnoea: the larynx had closed and stays so for five minutes. The saturation follows the breath by a minute.</source><comment>cause-apnoea</comment><translation>Eine Apnoe: Stimmritzenkrampf, fünf Minuten lang. Die Sättigung folgt der Atmung um eine Minute verzögert.</translation></message>
<message><source>Nothing: the pressure hardly rises and the heart slows a little. That is not rare and needs no treatment.</source><comment>cause-negative-response</comment><translation>Nichts: Der Druck steigt kaum, das Herz schlägt etwas langsamer. Das ist nicht selten und bedarf keiner Behandlung.</translation></message>
<message><source>The oximeter’s mains plug was out: on its battery it goes off after four minutes. The patient was well.</source><comment>cause-battery</comment><translation>Der Netzstecker des Oximeters war gezogen: Mit Akku schaltet es sich nach vier Minuten ab. Dem Patienten ging es gut.</translation></message>
<message><source>The oximeter probe had slipped off the finger. The patient was well.</source><comment>cause-probe-off</comment><translation>Der Sensor war vom Finger gerutscht. Dem Patienten ging es gut.</translation></message>
<message><source>The cuff leaked: two measurements in a row had no result. The patient was well.</source><comment>cause-cuff-leak</comment><translation>Die Manschette war undicht: Zwei Messungen nacheinander blieben ohne Ergebnis. Dem Patienten ging es gut.</translation></message>
<message><source>A single false reading: the arm was bent while the cuff measured. The true pressure was about 141/88.</source><comment>cause-movement</comment><translation>Ein einzelner Fehlwert: Der Arm war während der Messung gebeugt. Der wahre Blutdruck lag bei etwa 141/88.</translation></message>
<message><source>The cable was out of the computer. Monitor and patient were well.</source><comment>cause-cable</comment><translation>Das Kabel war aus dem Computer gezogen. Monitor und Patient ging es gut.</translation></message>
<message><source>A resting pressure of 164/102: too high to begin today.</source><comment>cause-resting-high</comment><translation>Ein Ruhewert von 164/102: zu hoch, um heute zu beginnen.</translation></message>
<message><source>A pressure that returns slowly: still about 156 two hours after the start.</source><comment>cause-slow-return</comment><translation>Ein Blutdruck, der langsam zurückkehrt: zwei Stunden nach Beginn noch bei etwa 156.</translation></message>
<message><source>A high alarm is answered within 60 s; after that it sounds at every seat.</source><comment>why-answer-high</comment><translation>Ein hoher Alarm wird innerhalb von 60 s beantwortet; danach ertönt er an allen Plätzen.</translation></message>
<message><source>A medium alarm is answered within 120 s, the longest that a sound may be paused.</source><comment>why-answer-medium</comment><translation>Ein mittlerer Alarm wird innerhalb von 120 s beantwortet; länger darf ein Ton nicht aus sein.</translation></message>
<message><source>A low alarm leaves time, but not for ever: read it, answer it and do what it asks.</source><comment>why-answer-low</comment><translation>Ein Alarm niedriger Priorität lässt Zeit, aber nicht beliebig viel: lesen, beantworten und tun, was er verlangt.</translation></message>
<message><source>160 to 179, or 100 to 109, is measured again within 5 min before it is an alarm.</source><comment>why-recheck</comment><translation>160 bis 179 oder 100 bis 109 wird innerhalb von 5 min nachgemessen, bevor es ein Alarm ist.</translation></message>
<message><source>180/110 and above is measured again within 2 min; without a repeat it counts as true.</source><comment>why-repeat</comment><translation>180/110 und mehr wird innerhalb von 2 min nachgemessen; ohne Nachmessung gilt der Wert.</translation></message>
<message><source>Below 90 is measured again within 60 s.</source><comment>why-repeat-low</comment><translation>Unter 90 wird innerhalb von 60 s nachgemessen.</translation></message>
<message><source>A measurement without a result is repeated; without a pressure you are blind.</source><comment>why-repeat-failed</comment><translation>Eine Messung ohne Ergebnis wird wiederholt; ohne Blutdruckwert bleibt der Verlauf unbekannt.</translation></message>
<message><source>An emergency symptom asks for a cuff reading at once.</source><comment>why-cuff-at-symptom</comment><translation>Ein Notfallzeichen verlangt sofort eine Blutdruckmessung.</translation></message>
<message><source>From a heart rate of 131 a cuff reading is due at once.</source><comment>why-cuff-at-131</comment><translation>Ab einer Herzfrequenz von 131 ist sofort eine Blutdruckmessung fällig.</translation></message>
<message><source>Below a heart rate of 45 a cuff reading is due at once.</source><comment>why-cuff-at-45</comment><translation>Unter einer Herzfrequenz von 45 ist sofort eine Blutdruckmessung fällig.</translation></message>
<message><source>From 180/110 the infusion is paused: the drug acts on for minutes.</source><comment>why-pause-at-180</comment><translation>Ab 180/110 wird die Infusion pausiert: Das Mittel wirkt noch Minuten nach.</translation></message>
<message><source>From a heart rate of 131 the infusion is paused.</source><comment>why-pause-at-131</comment><translation>Ab einer Herzfrequenz von 131 wird die Infusion pausiert.</translation></message>
<message><source>Below SpO2 88 % the infusion is paused.</source><comment>why-pause-at-88</comment><translation>Unter SpO2 88 % wird die Infusion pausiert.</translation></message>
<message><source>A patient who does not breathe gets no more of the drug.</source><comment>why-pause-apnoea</comment><translation>Wer nicht atmet, erhält kein weiteres Medikament.</translation></message>
<message><source>A falling pressure and a running infusion do not go together.</source><comment>why-pause-low</comment><translation>Fallender Blutdruck und laufende Infusion passen nicht zusammen.</translation></message>
<message><source>From 200/120 the infusion is stopped for good.</source><comment>why-stop-at-200</comment><translation>Ab 200/120 wird die Infusion endgültig beendet.</translation></message>
<message><source>Below SpO2 85 % the infusion is stopped for good.</source><comment>why-stop-at-85</comment><translation>Unter SpO2 85 % wird die Infusion endgültig beendet.</translation></message>
<message><source>When the planned time is over the pump is stopped.</source><comment>why-stop-on-time</comment><translation>Ist die geplante Zeit um, wird die Pumpe gestoppt.</translation></message>
<message><source>After 20 min of pause the infusion is ended, not resumed.</source><comment>why-stop-after-20</comment><translation>Nach 20 min Pause wird die Infusion beendet, nicht fortgesetzt.</translation></message>
<message><source>200/120 with a severe headache is an emergency: everybody is called at once.</source><comment>why-emergency-at-200</comment><translation>200/120 mit starkem Kopfschmerz ist ein Notfall: Alle werden sofort gerufen.</translation></message>
<message><source>Below SpO2 85 % it is an emergency: everybody is called at once.</source><comment>why-emergency-at-85</comment><translation>Unter SpO2 85 % ist es ein Notfall: Alle werden sofort gerufen.</translation></message>
<message><source>An apnoea brings the provider to the chair at once.</source><comment>why-call-apnoea</comment><translation>Bei einer Apnoe kommt der Arzt sofort an den Stuhl.</translation></message>
<message><source>From 180/110 the provider is called.</source><comment>why-call-at-180</comment><translation>Ab 180/110 wird der Arzt gerufen.</translation></message>
<message><source>From a heart rate of 131 the provider is called.</source><comment>why-call-at-131</comment><translation>Ab einer Herzfrequenz von 131 wird der Arzt gerufen.</translation></message>
<message><source>Below a heart rate of 40 the provider is called.</source><comment>why-call-at-40</comment><translation>Unter einer Herzfrequenz von 40 wird der Arzt gerufen.</translation></message>
<message><source>Below SpO2 88 % the provider is called.</source><comment>why-call-at-88</comment><translation>Unter SpO2 88 % wird der Arzt gerufen.</translation></message>
<message><source>Low pressure after a pressure drug is the provider’s to treat.</source><comment>why-call-low</comment><translation>Niedrigen Blutdruck nach einem Blutdruckmittel behandelt der Arzt.</translation></message>
<message><source>A symptom makes a high pressure an emergency: ask for it.</source><comment>why-ask-at-180</comment><translation>Ein Symptom macht aus hohem Druck einen Notfall: danach fragen.</translation></message>
<message><source>Look at the patient, the cuff and the position, and ask for symptoms.</source><comment>why-ask-at-high</comment><translation>Patient, Manschette und Lage ansehen und nach Symptomen fragen.</translation></message>
<message><source>When values are missing, look at the patient first.</source><comment>why-look-first</comment><translation>Wenn Werte fehlen, zuerst den Patienten ansehen.</translation></message>
<message><source>A frightened patient is spoken to first.</source><comment>why-talk</comment><translation>Mit einem verängstigten Patienten wird zuerst gesprochen.</translation></message>
<message><source>Laid flat and spoken to, a faint passes.</source><comment>why-flat</comment><translation>Flach gelagert und angesprochen, geht eine Synkope vorüber.</translation></message>
<message><source>A patient who breathes too little is roused and the airway opened first.</source><comment>why-stimulate</comment><translation>Ein Patient, der zu wenig atmet, wird zuerst geweckt und der Atemweg geöffnet.</translation></message>
<message><source>Without a breath every second counts: rouse and lift the jaw, else use the bag. SpO2 follows a minute later.</source><comment>why-breathe</comment><translation>Ohne Atmung zählt jede Sekunde: wecken, Kiefer anheben, sonst mit dem Beutel beatmen. SpO2 folgt eine Minute später.</translation></message>
<message><source>Oxygen is given at once; it helps only when the patient breathes or is bagged.</source><comment>why-oxygen-apnoea</comment><translation>Sauerstoff wird sofort gegeben; er hilft nur, wenn der Patient atmet oder beatmet wird.</translation></message>
<message><source>After an apnoea the breaths are counted at the chest.</source><comment>why-count-breaths</comment><translation>Nach einer Apnoe werden die Atemzüge am Brustkorb gezählt.</translation></message>
<message><source>Below 88 % oxygen is given.</source><comment>why-oxygen</comment><translation>Unter 88 % wird Sauerstoff gegeben.</translation></message>
<message><source>After a desaturation the depth of sedation is scored.</source><comment>why-sedation</comment><translation>Nach einem Sättigungsabfall wird die Sedierungstiefe bewertet.</translation></message>
<message><source>While the drug runs the depth of sedation is scored every 15 min.</source><comment>why-sedation-15</comment><translation>Während der Infusion wird die Sedierungstiefe alle 15 min erhoben.</translation></message>
<message><source>A quiet monitor does not replace a look: the patient is spoken to in every infusion.</source><comment>why-look-when-calm</comment><translation>Ein stiller Monitor ersetzt nicht den Blick: Der Patient wird bei jeder Infusion angesprochen.</translation></message>
<message><source>After an apnoea the depth of sedation is scored, again and again.</source><comment>why-sedation-apnoea</comment><translation>Nach einer Apnoe wird die Sedierungstiefe wiederholt erhoben.</translation></message>
<message><source>An emergency symptom is entered at once: it is an alarm at any pressure.</source><comment>why-note-emergency</comment><translation>Ein Notfallzeichen wird sofort erfasst: Es ist bei jedem Druck ein Alarm.</translation></message>
<message><source>The fright belongs in the record: it explains the heart rate.</source><comment>why-note-fright</comment><translation>Die Angst gehört in die Akte: Sie erklärt die Herzfrequenz.</translation></message>
<message><source>The faint belongs in the record, with its time.</source><comment>why-note-faint</comment><translation>Die Synkope gehört mit ihrer Zeit in die Akte.</translation></message>
<message><source>A drug that was given is recorded when it is given.</source><comment>why-record-drug</comment><translation>Ein gegebenes Mittel wird erfasst, sobald es gegeben ist.</translation></message>
<message><source>A probe without a pulse is put right within a minute.</source><comment>why-probe</comment><translation>Ein Sensor ohne Puls wird innerhalb einer Minute in Ordnung gebracht.</translation></message>
<message><source>A lost link is put right within a minute; after that it is a high alarm.</source><comment>why-cable</comment><translation>Eine verlorene Verbindung wird innerhalb einer Minute behoben; danach ist sie ein hoher Alarm.</translation></message>
<message><source>A low battery lasts minutes: the mains plug first, while the monitor still speaks.</source><comment>why-mains</comment><translation>Ein schwacher Akku reicht nur noch Minuten: zuerst der Netzstecker, solange der Monitor noch sendet.</translation></message>
<message><source>A monitor that went off is switched on by the mains: within a minute.</source><comment>why-mains-late</comment><translation>Ein Monitor, der sich abgeschaltet hat, geht mit Netzstrom wieder an: innerhalb einer Minute.</translation></message>
<message><source>After a failed measurement the cuff is looked at first.</source><comment>why-cuff-sits</comment><translation>Nach einer fehlgeschlagenen Messung wird zuerst die Manschette angesehen.</translation></message>
<message><source>One reading proves nothing: the repeat takes 40 s.</source><comment>why-measure-first</comment><translation>Ein einzelner Wert beweist nichts: Die Nachmessung dauert 40 s.</translation></message>
<message><source>It was true: calling it an artefact hides a sick patient.</source><comment>why-no-artefact</comment><translation>Es war echt: Wer es Artefakt nennt, verdeckt einen kranken Patienten.</translation></message>
<message><source>Resuming needs two readings below 160/100, 5 min apart, and a named provider; this pressure never came down in time.</source><comment>why-no-resume</comment><translation>Fortsetzen verlangt zwei Werte unter 160/100 im Abstand von 5 min und einen namentlich genannten Arzt; dieser Druck fiel nicht rechtzeitig.</translation></message>
<message><source>After 200/120 nothing more is given.</source><comment>why-no-resume-extreme</comment><translation>Nach 200/120 wird nichts mehr gegeben.</translation></message>
<message><source>After an apnoea nothing more is given.</source><comment>why-no-resume-apnoea</comment><translation>Nach einer Apnoe wird nichts mehr gegeben.</translation></message>
<message><source>A pressure that does not rise and a slower heart are no fault: there is nothing to pause or to stop early.</source><comment>why-no-pause-calm</comment><translation>Ein Druck, der nicht steigt, und ein langsameres Herz sind keine Störung: nichts zu pausieren, nichts vorzeitig zu beenden.</translation></message>
<message><source>Nothing here needed a drug.</source><comment>why-no-drug-calm</comment><translation>Nichts davon erforderte ein Medikament.</translation></message>
<message><source>The patient was well: a technical fault is no reason to stop the treatment.</source><comment>why-no-pause-technical</comment><translation>Dem Patienten ging es gut: Eine technische Störung ist kein Grund, die Behandlung anzuhalten.</translation></message>
<message><source>The patient was well: a lost cable is no reason to end the treatment.</source><comment>why-no-stop-technical</comment><translation>Dem Patienten ging es gut: Ein gelöstes Kabel ist kein Grund, die Behandlung zu beenden.</translation></message>
<message><source>Below 180/110 and without symptoms the infusion may go on.</source><comment>why-no-stop-at-160</comment><translation>Unter 180/110 und ohne Symptome darf die Infusion weiterlaufen.</translation></message>
<message><source>At 160/100 and above at rest the treatment does not begin.</source><comment>why-no-start</comment><translation>Ab 160/100 in Ruhe wird die Behandlung nicht begonnen.</translation></message>
<message><source>A no-go is overridden by a provider with a reason, not to save time.</source><comment>why-no-override</comment><translation>Ein Nein hebt nur ein Arzt mit Begründung auf, nicht um Zeit zu sparen.</translation></message>
<message><source>A criterion of leaving is not overridden because the ride is waiting.</source><comment>why-no-override-leaving</comment><translation>Ein Entlassungskriterium wird nicht aufgehoben, weil die Begleitung wartet.</translation></message>
<message><source>Leaving needs two pressures below 150/95, or near the baseline, 10 min apart.</source><comment>why-no-leave-high</comment><translation>Für die Entlassung braucht es zwei Blutdrücke unter 150/95 oder nahe am Ruhewert im Abstand von 10 min.</translation></message>
<message><source>Leaving needs an hour after the end of the infusion, however well the patient feels.</source><comment>why-no-leave-early</comment><translation>Gehen darf der Patient frühestens eine Stunde nach Ende der Infusion, so gut er sich auch fühlt.</translation></message>
<message><source>After a faint nobody leaves within the lesson.</source><comment>why-no-leave-faint</comment><translation>Nach einer Synkope wird in dieser Lektion niemand entlassen.</translation></message>
<message><source>After three high readings the session is closed without treatment, for today.</source><comment>why-call-off</comment><translation>Nach drei hohen Werten wird die Sitzung für heute ohne Behandlung beendet.</translation></message>
<message><source>Answer the alarm</source><comment>deed-answer</comment><translation>Alarm beantworten</translation></message>
<message><source>Measure again</source><comment>deed-re-measure</comment><translation>Nachmessen</translation></message>
<message><source>Start the infusion</source><comment>deed-start</comment><translation>Infusion starten</translation></message>
<message><source>Pause the infusion</source><comment>deed-pause</comment><translation>Infusion pausieren</translation></message>
<message><source>Resume the infusion</source><comment>deed-resume</comment><translation>Infusion fortsetzen</translation></message>
<message><source>Stop the infusion</source><comment>deed-stop</comment><translation>Infusion beenden</translation></message>
<message><source>Lower the rate</source><comment>deed-lower-rate</comment><translation>Rate senken</translation></message>
<message><source>Call the provider</source><comment>deed-call-provider</comment><translation>Arzt rufen</translation></message>
<message><source>Begin the emergency</source><comment>deed-emergency</comment><translation>Notfall auslösen</translation></message>
<message><source>Note the symptom</source><comment>deed-note-symptom</comment><translation>Symptom erfassen</translation></message>
<message><source>Call it an artefact</source><comment>deed-mark-artefact</comment><translation>Als Artefakt werten</translation></message>
<message><source>Record the drug</source><comment>deed-record-drug</comment><translation>Mittel erfassen</translation></message>
<message><source>Give oxygen</source><comment>deed-oxygen</comment><translation>Sauerstoff geben</translation></message>
<message><source>Rouse and position the patient</source><comment>deed-stimulate</comment><translation>Patienten wecken und lagern</translation></message>
<message><source>Check the probe</source><comment>deed-check-probe</comment><translation>Sensor prüfen</translation></message>
<message><source>Check the cable</source><comment>deed-check-cable</comment><translation>Kabel prüfen</translation></message>
<message><source>Check the cuff</source><comment>deed-check-cuff</comment><translation>Manschette prüfen</translation></message>
<message><source>Look at and ask the patient</source><comment>deed-ask-patient</comment><translation>Patienten ansehen und befragen</translation></message>
<message><source>Score the sedation</source><comment>deed-score-sedation</comment><translation>Sedierung bewerten</translation></message>
<message><source>Count the breaths</source><comment>deed-count-breaths</comment><translation>Atemzüge zählen</translation></message>
<message><source>Override</source><comment>deed-override</comment><translation>Aufheben</translation></message>
<message><source>Close without treatment</source><comment>deed-call-off</comment><translation>Ohne Behandlung beenden</translation></message>
<message><source>Let the patient go</source><comment>deed-discharge</comment><translation>Patienten entlassen</translation></message>
<message><source>Not: {0}</source><comment>deed-never</comment><translation>Nicht: {0}</translation></message>
<message><source>Start</source><comment>done-start</comment><translation>Start</translation></message>
<message><source>Pause</source><comment>done-pause</comment><translation>Pause</translation></message>
<message><source>Resume</source><comment>done-resume</comment><translation>Fortgesetzt</translation></message>
<message><source>Stop</source><comment>done-stop</comment><translation>Beendet</translation></message>
<message><source>Rate down</source><comment>done-lower-rate</comment><translation>Rate gesenkt</translation></message>
<message><source>Provider</source><comment>done-call-provider</comment><translation>Arzt gerufen</translation></message>
<message><source>Emergency</source><comment>done-emergency</comment><translation>Notfall</translation></message>
<message><source>Symptom</source><comment>done-note-symptom</comment><translation>Symptom</translation></message>
<message><source>Drug</source><comment>done-record-drug</comment><translation>Mittel</translation></message>
<message><source>Oxygen</source><comment>done-oxygen</comment><translation>Sauerstoff</translation></message>
<message><source>Roused</source><comment>done-stimulate</comment><translation>Geweckt</translation></message>
<message><source>Probe</source><comment>done-check-probe</comment><translation>Sensor</translation></message>
<message><source>Cable</source><comment>done-check-cable</comment><translation>Kabel</translation></message>
<message><source>Cuff</source><comment>done-check-cuff</comment><translation>Manschette</translation></message>
<message><source>Asked</source><comment>done-ask-patient</comment><translation>Befragt</translation></message>
<message><source>Sedation</source><comment>done-score-sedation</comment><translation>Sedierung</translation></message>
<message><source>Breaths</source><comment>done-count-breaths</comment><translation>Atemzüge</translation></message>
<message><source>Override</source><comment>done-override</comment><translation>Aufgehoben</translation></message>
<message><source>Closed</source><comment>done-call-off</comment><translation>Ohne Gabe</translation></message>
<message><source>Left</source><comment>done-discharge</comment><translation>Entlassen</translation></message>
<message><source>in time</source><comment>verdict-met</comment><translation>rechtzeitig</translation></message>
<message><source>late</source><comment>verdict-late</comment><translation>verspätet</translation></message>
<message><source>not done</source><comment>verdict-missed</comment><translation>nicht erfolgt</translation></message>
<message><source>done, and must not be</source><comment>verdict-wrong</comment><translation>erfolgt, durfte nicht sein</translation></message>
<message><source>not decided</source><comment>verdict-undecided</comment><translation>nicht entschieden</translation></message>
<message><source>was not needed</source><comment>verdict-not-needed</comment><translation>war nicht nötig</translation></message>
<message><source>kept</source><comment>verdict-kept</comment><translation>eingehalten</translation></message>
<message><source>Debrief</source><comment>debrief-title</comment><translation>Nachbesprechung</translation></message>
<message><source>Lesson {0}</source><comment>debrief-lesson</comment><translation>Lektion {0}</translation></message>
<message><source>Learner {0}</source><comment>debrief-learner</comment><translation>Lernende Person {0}</translation></message>
<message><source>{0} · {1} long</source><comment>debrief-when</comment><translation>{0} · Dauer {1}</translation></message>
<message><source>What was behind it</source><comment>debrief-cause</comment><translation>Was dahintersteckte</translation></message>
<message><source>Score</source><comment>debrief-score</comment><translation>Ergebnis</translation></message>
<message><source>of 100</source><comment>debrief-of-100</comment><translation>von 100</translation></message>
<message><source>Nothing was wanted before the lesson ended, so there is no score.</source><comment>debrief-no-score</comment><translation>Bis zum Ende der Lektion war nichts gefordert; es gibt kein Ergebnis.</translation></message>
<message><source>{0} of {1} points = {2}</source><comment>debrief-sum</comment><translation>{0} von {1} Punkten = {2}</translation></message>
<message><source>{0} of {1} points = {2}, less {3} for what had no reason</source><comment>debrief-sum-lost</comment><translation>{0} von {1} Punkten = {2}, abzüglich {3} für Unbegründetes</translation></message>
<message><source>{0} of {1} points</source><comment>debrief-points</comment><translation>{0} von {1} Punkten</translation></message>
<message><source>What was wanted</source><comment>debrief-wanted</comment><translation>Was gefordert war</translation></message>
<message><source>Alarms answered</source><comment>debrief-alarms</comment><translation>Beantwortete Alarme</translation></message>
<message><source>No alarm sounded.</source><comment>debrief-no-alarms</comment><translation>Es ertönte kein Alarm.</translation></message>
<message><source>Nothing of this lesson came to pass.</source><comment>debrief-no-wanted</comment><translation>Nichts von dieser Lektion trat ein.</translation></message>
<message><source>Without a reason</source><comment>debrief-needless</comment><translation>Ohne Grund</translation></message>
<message><source>The patient, and what the screen showed</source><comment>debrief-truth</comment><translation>Der Patient und was der Bildschirm zeigte</translation></message>
<message><source>true</source><comment>debrief-true</comment><translation>wahr</translation></message>
<message><source>shown</source><comment>debrief-shown</comment><translation>angezeigt</translation></message>
<message><source>What happened</source><comment>debrief-happened</comment><translation>Was geschah</translation></message>
<message><source>within {0}</source><comment>debrief-within</comment><translation>innerhalb {0}</translation></message>
<message><source>after {0}</source><comment>debrief-took</comment><translation>nach {0}</translation></message>
<message><source>already done</source><comment>debrief-before</comment><translation>bereits erfolgt</translation></message>
<message><source>answered after {0}: {1}</source><comment>debrief-answered</comment><translation>beantwortet nach {0}: {1}</translation></message>
<message><source>not answered</source><comment>debrief-unanswered</comment><translation>nicht beantwortet</translation></message>
<message><source>over by itself after {0}</source><comment>debrief-by-itself</comment><translation>nach {0} von selbst vorbei</translation></message>
<message><source>from {0}</source><comment>debrief-from</comment><translation>ab {0}</translation></message>
<message><source>BP</source><comment>debrief-bp</comment><translation>BD</translation></message>
<message><source>{0} min</source><comment>debrief-minute</comment><translation>{0} min</translation></message>
<message><source>Older</source><comment>debrief-older</comment><translation>Ältere</translation></message>
<message><source>Newer</source><comment>debrief-newer</comment><translation>Neuere</translation></message>
<message><source>{0} of {1}</source><comment>debrief-place</comment><translation>{0} von {1}</translation></message>
<message><source>Save PDF</source><comment>debrief-print</comment><translation>PDF speichern</translation></message>
<message><source>Back</source><comment>debrief-close</comment><translation>Zurück</translation></message>
<message><source>There is no training yet. Begin one with chairside train; its debrief is here afterwards.</source><comment>debrief-none</comment><translation>Es gibt noch keine Übung. Beginnen Sie eine mit chairside train; danach steht hier ihre Nachbesprechung.</translation></message>
<message><source>Nothing here was counted as a patient: it is a training.</source><comment>debrief-not-counted</comment><translation>Nichts hiervon zählt als Patient: Es ist eine Übung.</translation></message>
<message><source>The clock went up to ×{0}; response times are in simulated time.</source><comment>debrief-speed</comment><translation>Die Uhr lief bis ×{0}; Reaktionszeiten in simulierter Zeit.</translation></message>
<message><source>ended by the instructor</source><comment>debrief-finished-instructor</comment><translation>durch die Kursleitung beendet</translation></message>
<message><source>ended by the learner</source><comment>debrief-finished-learner</comment><translation>durch die lernende Person beendet</translation></message>
<message><source>ended when its time was over</source><comment>debrief-finished-time</comment><translation>nach Ablauf der Zeit beendet</translation></message>
<message><source>ended with the signature</source><comment>debrief-finished-signed</comment><translation>mit der Unterschrift beendet</translation></message>
<message><source>the record breaks off</source><comment>debrief-finished-broken</comment><translation>die Aufzeichnung bricht ab</translation></message>
<message><source>acknowledged</source><comment>debrief-how-plain</comment><translation>quittiert</translation></message>
<message><source>infusion paused</source><comment>debrief-how-paused</comment><translation>Infusion pausiert</translation></message>
<message><source>infusion stopped</source><comment>debrief-how-stopped</comment><translation>Infusion beendet</translation></message>
<message><source>emergency begun</source><comment>debrief-how-emergency</comment><translation>Notfall ausgelöst</translation></message>
<message><source>high</source><comment>debrief-priority-high</comment><translation>hoch</translation></message>
<message><source>medium</source><comment>debrief-priority-medium</comment><translation>mittel</translation></message>
<message><source>low</source><comment>debrief-priority-low</comment><translation>niedrig</translation></message>
<message><source>Paused although no alarm of the patient was open</source><comment>needless-pause</comment><translation>Pausiert, obwohl kein Patientenalarm offen war</translation></message>
<message><source>Stopped early although no alarm of the patient was open</source><comment>needless-stop</comment><translation>Vorzeitig beendet, obwohl kein Patientenalarm offen war</translation></message>
<message><source>Emergency begun although no alarm of the patient was open</source><comment>needless-emergency</comment><translation>Notfall ausgelöst, obwohl kein Patientenalarm offen war</translation></message>
<message><source>Called an artefact although the patient really was beyond the limit</source><comment>needless-dismissed</comment><translation>Als Artefakt gewertet, obwohl der Patient den Grenzwert wirklich überschritt</translation></message>
<message><source>costs {0}</source><comment>needless-costs</comment><translation>kostet {0}</translation></message>
<message><source>Instructor: {0}</source><comment>staged-event</comment><translation>Kursleitung: {0}</translation></message>
<message><source>Instructor: {0}</source><comment>staged-ended</comment><translation>Kursleitung: {0}</translation></message>
<message><source>Instructor’s note: {0}</source><comment>staged-note</comment><translation>Notiz der Kursleitung: {0}</translation></message>
<message><source>Told to the learner: {0}</source><comment>staged-cue</comment><translation>Der lernenden Person gesagt: {0}</translation></message>
<message><source>At the bedside: {0}</source><comment>staged-hand</comment><translation>Am Patienten: {0}</translation></message>
<message><source>Time was frozen</source><comment>staged-frozen</comment><translation>Die Zeit wurde angehalten</translation></message>
<message><source>Time went on</source><comment>staged-unfrozen</comment><translation>Die Zeit lief weiter</translation></message>
<message><source>Time goes ×{0}</source><comment>staged-speed</comment><translation>Die Zeit läuft ×{0}</translation></message>
<message><source>The lesson ended: {0}</source><comment>staged-finished</comment><translation>Die Lektion endete: {0}</translation></message>
<message><source>Training {0}: learner {1}</source><comment>staged-begun</comment><translation>Übung {0}: lernende Person {1}</translation></message>
<message><source>{0} ({1})</source><comment>staged-with</comment><translation>{0} ({1})</translation></message>
<message><source>pressure surge</source><comment>mishap-surge</comment><translation>Blutdruckanstieg</translation></message>
<message><source>panic</source><comment>mishap-panic</comment><translation>Panik</translation></message>
<message><source>desaturation</source><comment>mishap-desaturation</comment><translation>Sättigungsabfall</translation></message>
<message><source>vasovagal faint</source><comment>mishap-vasovagal</comment><translation>vasovagale Synkope</translation></message>
<message><source>apnoea</source><comment>mishap-apnoea</comment><translation>Apnoe</translation></message>
<message><source>fast irregular rhythm</source><comment>mishap-fast-rhythm</comment><translation>schneller unregelmäßiger Rhythmus</translation></message>
<message><source>cuff fails</source><comment>mishap-cuff-fails</comment><translation>Blutdruckmessung misslingt</translation></message>
<message><source>next cuff reading set</source><comment>mishap-next-cuff</comment><translation>nächster Blutdruckwert vorgegeben</translation></message>
<message><source>START pressed</source><comment>mishap-press-start</comment><translation>START gedrückt</translation></message>
<message><source>probe off</source><comment>mishap-probe-off</comment><translation>Sensor ab</translation></message>
<message><source>probe on again</source><comment>mishap-probe-on</comment><translation>Sensor wieder an</translation></message>
<message><source>motion</source><comment>mishap-motion</comment><translation>Bewegung</translation></message>
<message><source>lies still again</source><comment>mishap-keep-still</comment><translation>liegt wieder still</translation></message>
<message><source>electrode off</source><comment>mishap-electrode-off</comment><translation>Elektrode ab</translation></message>
<message><source>electrode on again</source><comment>mishap-electrode-on</comment><translation>Elektrode wieder an</translation></message>
<message><source>cold hand</source><comment>mishap-low-perfusion</comment><translation>kalte Hand</translation></message>
<message><source>hand warm again</source><comment>mishap-warm-hand</comment><translation>Hand wieder warm</translation></message>
<message><source>cuff on the arm of the probe</source><comment>mishap-cuff-on-spo2-arm</comment><translation>Manschette am Arm des Sensors</translation></message>
<message><source>cuff on the other arm</source><comment>mishap-cuff-on-other-arm</comment><translation>Manschette am anderen Arm</translation></message>
<message><source>cuff put right</source><comment>mishap-cuff-sits</comment><translation>Manschette gerichtet</translation></message>
<message><source>cable out</source><comment>mishap-cable-out</comment><translation>Kabel abgezogen</translation></message>
<message><source>cable in again</source><comment>mishap-cable-in</comment><translation>Kabel wieder eingesteckt</translation></message>
<message><source>subsides</source><comment>mishap-subsides</comment><translation>klingt ab</translation></message>
<message><source>wire put right</source><comment>mishap-wire-mended</comment><translation>Leitung wieder in Ordnung</translation></message>
<message><source>cable unplugged</source><comment>mishap-wire-fault-unplugged</comment><translation>Kabel abgezogen</translation></message>
<message><source>monitor silent</source><comment>mishap-wire-fault-silent</comment><translation>Monitor stumm</translation></message>
<message><source>noise on the wire</source><comment>mishap-wire-fault-noise</comment><translation>Störung auf der Leitung</translation></message>
<message><source>one byte again and again</source><comment>mishap-wire-fault-stuck</comment><translation>immer dasselbe Byte</translation></message>
<message><source>messages break off</source><comment>mishap-wire-fault-half-frames</comment><translation>Nachrichten brechen ab</translation></message>
<message><source>wrong speed of the line</source><comment>mishap-wire-fault-wrong-baud</comment><translation>falsche Baudrate</translation></message>
<message><source>everything comes late</source><comment>mishap-wire-fault-slow</comment><translation>alles kommt verspätet</translation></message>
<message><source>the monitor’s clock is wrong</source><comment>mishap-wire-fault-clock-skew</comment><translation>die Uhr des Monitors geht falsch</translation></message>
<message><source>the last message again and again</source><comment>mishap-wire-fault-stale</comment><translation>immer dieselbe Nachricht</translation></message>
<message><source>the monitor’s battery is low</source><comment>mishap-wire-fault-battery-low</comment><translation>Akku des Monitors schwach</translation></message>
<message><source>the monitor restarts</source><comment>mishap-wire-fault-restart</comment><translation>der Monitor startet neu</translation></message>
<message><source>fixed values</source><comment>mishap-likeness</comment><translation>feste Werte</translation></message>
<message><source>Type or scan.</source><comment>start-patient-id-scan</comment><translation>Tippen oder scannen.</translation></message>
<message><source>Full name</source><comment>start-name</comment><translation>Voller Name</translation></message>
<message><source>Birth date</source><comment>start-birth-date</comment><translation>Geburtsdatum</translation></message>
<message><source>Sex</source><comment>start-sex</comment><translation>Geschlecht</translation></message>
<message><source>Female</source><comment>sex-female</comment><translation>Weiblich</translation></message>
<message><source>Male</source><comment>sex-male</comment><translation>Männlich</translation></message>
<message><source>Other</source><comment>sex-other</comment><translation>Divers</translation></message>
<message><source>Name, birth date, sex …</source><comment>start-more-open</comment><translation>Name, Geburtsdatum, Geschlecht …</translation></message>
<message><source>Fold name, birth date and sex away</source><comment>start-more-close</comment><translation>Name, Geburtsdatum, Geschlecht einklappen</translation></message>
<message><source>Optional; only forms need them. They are kept encrypted in the record.</source><comment>start-more-why</comment><translation>Freiwillig; nur Formulare brauchen sie. Sie liegen verschlüsselt in der Aufzeichnung.</translation></message>
<message><source>The weight is right</source><comment>start-weight-ok</comment><translation>Das Gewicht stimmt</translation></message>
<message><source>weight is {0} kg, last time {1} kg ({2}); look again and confirm it</source><comment>entry-weight-differs</comment><translation>das Gewicht ist {0} kg, zuletzt {1} kg ({2}); noch einmal prüfen, dann bestätigen</translation></message>
<message><source>birth date is “{0}”; expected year-month-day such as 1974-05-31</source><comment>entry-birth-date</comment><translation>das Geburtsdatum ist „{0}“; erwartet Jahr-Monat-Tag, etwa 1974-05-31</translation></message>
<message><source>birth date {0} and birth year {1} do not agree; correct one of them</source><comment>entry-birth-date-year</comment><translation>Geburtsdatum {0} und Geburtsjahr {1} passen nicht zusammen; eines berichtigen</translation></message>
<message><source>Route</source><comment>start-route</comment><translation>Verabreichung</translation></message>
<message><source>IV</source><comment>route-iv</comment><translation>i.v.</translation></message>
<message><source>IM / SC</source><comment>route-im-sc</comment><translation>i.m. / s.c.</translation></message>
<message><source>Intranasal</source><comment>route-intranasal</comment><translation>Nasal</translation></message>
<message><source>Oral</source><comment>route-oral</comment><translation>Oral</translation></message>
<message><source>Watch only</source><comment>route-watch</comment><translation>Nur Überwachung</translation></message>
<message><source>{0} is proposed because of: {1}.</source><comment>start-proposed</comment><translation>{0} wird vorgeschlagen wegen: {1}.</translation></message>
<message><source>Known of the patient</source><comment>start-risks</comment><translation>Bekannt</translation></message>
<message><source>Hypertension</source><comment>risk-hypertension</comment><translation>Bluthochdruck</translation></message>
<message><source>Heart or vessels</source><comment>risk-cardiovascular</comment><translation>Herz, Gefäße</translation></message>
<message><source>65 or older</source><comment>risk-age-65</comment><translation>65 oder älter</translation></message>
<message><source>Stimulant</source><comment>risk-stimulant</comment><translation>Stimulans</translation></message>
<message><source>MAO inhibitor</source><comment>risk-maoi</comment><translation>MAO-Hemmer</translation></message>
<message><source>Benzodiazepine</source><comment>risk-benzodiazepine</comment><translation>Benzodiazepin</translation></message>
<message><source>Opioid</source><comment>risk-opioid</comment><translation>Opioid</translation></message>
<message><source>Sleep apnoea</source><comment>risk-sleep-apnoea</comment><translation>Schlafapnoe</translation></message>
<message><source>BMI over 35</source><comment>risk-bmi-35</comment><translation>BMI über 35</translation></message>
<message><source>What moves limits</source><comment>start-limits-move</comment><translation>Was Grenzen verschiebt</translation></message>
<message><source>On the patient</source><comment>start-mount</comment><translation>Am Patienten</translation></message>
<message><source>Cuff size</source><comment>mount-cuff-size</comment><translation>Manschette</translation></message>
<message><source>Cuff arm</source><comment>mount-cuff-arm</comment><translation>Arm Manschette</translation></message>
<message><source>SpO₂ arm</source><comment>mount-spo2-arm</comment><translation>Arm SpO₂</translation></message>
<message><source>IV arm</source><comment>mount-iv-arm</comment><translation>Arm Zugang</translation></message>
<message><source>Small</source><comment>cuff-size-small</comment><translation>Klein</translation></message>
<message><source>Adult</source><comment>cuff-size-adult</comment><translation>Normal</translation></message>
<message><source>Large</source><comment>cuff-size-large</comment><translation>Groß</translation></message>
<message><source>Thigh</source><comment>cuff-size-thigh</comment><translation>Bein</translation></message>
<message><source>Left</source><comment>side-left</comment><translation>Links</translation></message>
<message><source>Right</source><comment>side-right</comment><translation>Rechts</translation></message>
<message><source>Beside the form</source><comment>aside</comment><translation>Neben dem Formular</translation></message>
<message><source>Today</source><comment>aside-today</comment><translation>Heute</translation></message>
<message><source>Today ({0})</source><comment>aside-today-count</comment><translation>Heute ({0})</translation></message>
<message><source>Course</source><comment>aside-course</comment><translation>Verlauf</translation></message>
<message><source>Monitors</source><comment>aside-monitors</comment><translation>Monitore</translation></message>
<message><source>Monitors · {0}</source><comment>aside-monitors-chosen</comment><translation>Monitore · {0}</translation></message>
<message><source>Expected today</source><comment>today-heading</comment><translation>Heute erwartet</translation></message>
<message><source>Nobody is on today's list.</source><comment>today-empty</comment><translation>Heute steht niemand auf der Liste.</translation></message>
<message><source>–</source><comment>today-no-time</comment><translation>–</translation></message>
<message><source>Chair {0}</source><comment>today-chair</comment><translation>Platz {0}</translation></message>
<message><source>Session {0} of {1}</source><comment>course-induction</comment><translation>Sitzung {0} von {1}</translation></message>
<message><source>Session {0} · maintenance</source><comment>course-maintenance</comment><translation>Sitzung {0} · Erhaltung</translation></message>
<message><source>Last peak {0} mmHg</source><comment>course-peak-warning</comment><translation>Letzter Höchstwert {0} mmHg</translation></message>
<message><source>and {0} earlier ones</source><comment>course-older</comment><translation>und {0} frühere</translation></message>
<message><source>{0} cannot be read: the record is damaged</source><comment>course-unreadable</comment><translation>{0} nicht lesbar: Aufzeichnung beschädigt</translation></message>
<message><source>not given</source><comment>course-not-given</comment><translation>nicht gegeben</translation></message>
<message><source>Earlier sessions</source><comment>course-date</comment><translation>Frühere Sitzungen</translation></message>
<message><source>mg</source><comment>course-dose</comment><translation>mg</translation></message>
<message><source>mg/kg</source><comment>course-per-kg</comment><translation>mg/kg</translation></message>
<message><source>Peak BP</source><comment>course-peak</comment><translation>Max. BD</translation></message>
<message><source>Dissoc. 0–4</source><comment>course-dissociation</comment><translation>Dissoz. 0–4</translation></message>
<message><source>PHQ-9 / MADRS</source><comment>course-mood</comment><translation>PHQ-9 / MADRS</translation></message>
<message><source>PIN digit {0}</source><comment>pin-digit</comment><translation>PIN-Ziffer {0}</translation></message>
<message><source>Delete</source><comment>pin-delete</comment><translation>Löschen</translation></message>
<message><source>OK</source><comment>pin-ok</comment><translation>OK</translation></message>
<message><source>Back</source><comment>pin-back</comment><translation>Zurück</translation></message>
<message><source>Name</source><comment>pin-name</comment><translation>Name</translation></message>
<message><source>Name</source><comment>pin-name-hint</comment><translation>Name</translation></message>
<message><source>PIN of {0}</source><comment>pin-of</comment><translation>PIN von {0}</translation></message>
<message><source>Type the PIN.</source><comment>pin-type</comment><translation>PIN eingeben.</translation></message>
<message><source>Say who it is.</source><comment>pin-no-name</comment><translation>Wer ist es?</translation></message>
<message><source>{0} cannot be both; it has to be somebody else.</source><comment>pin-somebody-else</comment><translation>{0} kann nicht beides sein; es muss jemand anderes sein.</translation></message>
<message><source>Nobody is enlisted for this; type the name.</source><comment>pin-nobody</comment><translation>Dafür ist niemand eingetragen; Namen eingeben.</translation></message>
<message><source>Reason in own words</source><comment>because-own</comment><translation>Grund in eigenen Worten</translation></message>
<message><source>Own words …</source><comment>because-own-hint</comment><translation>Eigene Worte …</translation></message>
<message><source>Go on</source><comment>because-ok</comment><translation>Weiter</translation></message>
<message><source>Screening</source><comment>screening-title</comment><translation>Screening</translation></message>
<message><source>History</source><comment>screening-tab-history</comment><translation>Vorgeschichte</translation></message>
<message><source>Today</source><comment>screening-tab-today</comment><translation>Heute</translation></message>
<message><source>Arranged</source><comment>screening-tab-arranged</comment><translation>Geregelt</translation></message>
<message><source>Decision</source><comment>screening-tab-decision</comment><translation>Entscheidung</translation></message>
<message><source>{0} · {1} open</source><comment>screening-tab-open</comment><translation>{0} · {1} offen</translation></message>
<message><source>All clear: the {0} others</source><comment>screening-clear</comment><translation>Alles frei: die {0} übrigen</translation></message>
<message><source>{0} of {1} answered</source><comment>screening-count</comment><translation>{0} von {1} beantwortet</translation></message>
<message><source>{0} {1}</source><comment>screening-told</comment><translation>{0} {1}</translation></message>
<message><source>Measure baseline</source><comment>screening-to-baseline</comment><translation>Ruhewert messen</translation></message>
<message><source>{0}, chosen</source><comment>screening-chosen</comment><translation>{0}, gewählt</translation></message>
<message><source>Which, since when …</source><comment>screening-text</comment><translation>Was, seit wann …</translation></message>
<message><source>Keep</source><comment>screening-text-keep</comment><translation>Behalten</translation></message>
<message><source>Name and phone of the escort</source><comment>screening-text-escort</comment><translation>Name und Telefon der Begleitung</translation></message>
<message><source>It is kept with the answer. One tap, or name and phone in own words.</source><comment>screening-escort-why</comment><translation>Es wird mit der Antwort gespeichert. Einmal tippen, oder Name und Telefon in eigenen Worten.</translation></message>
<message><source>Partner</source><comment>escort-partner</comment><translation>Partner</translation></message>
<message><source>Parent</source><comment>escort-parent</comment><translation>Elternteil</translation></message>
<message><source>Son or daughter</source><comment>escort-child</comment><translation>Kind</translation></message>
<message><source>Friend</source><comment>escort-friend</comment><translation>Freund</translation></message>
<message><source>Transport service</source><comment>escort-service</comment><translation>Fahrdienst</translation></message>
<message><source>Which drug was missed</source><comment>screening-text-medication</comment><translation>Welches Mittel fehlte</translation></message>
<message><source>Which drug, when</source><comment>screening-text-interacting-drug</comment><translation>Welches Mittel, wann</translation></message>
<message><source>Date of the test</source><comment>screening-text-pregnancy</comment><translation>Datum des Tests</translation></message>
<message><source>What was said</source><comment>screening-text-suicidality</comment><translation>Was gesagt wurde</translation></message>
<message><source>Uncontrolled hypertension</source><comment>question-uncontrolled-hypertension</comment><translation>Unbehandelter Hochdruck</translation></message>
<message><source>Aneurysm, AVM, brain bleed</source><comment>question-aneurysm-avm-bleed</comment><translation>Aneurysma, AVM, Hirnblutung</translation></message>
<message><source>Chest pain, new neuro sign</source><comment>question-acute-symptoms</comment><translation>Brustschmerz, neurol. Zeichen</translation></message>
<message><source>N/A</source><comment>short-not-applicable</comment><translation>entfällt</translation></message>
<message><source>Intent, plan</source><comment>short-intent-or-plan</comment><translation>Absicht, Plan</translation></message>
<message><source>Taken</source><comment>short-taken</comment><translation>Genommen</translation></message>
<message><source>Benzo.</source><comment>short-benzodiazepine</comment><translation>Benzo.</translation></message>
<message><source>Stim.</source><comment>short-stimulant</comment><translation>Stim.</translation></message>
<message><source>MAOI</source><comment>short-maoi</comment><translation>MAOH</translation></message>
<message><source>GO</source><comment>go-go</comment><translation>JA</translation></message>
<message><source>CAUTION</source><comment>go-caution</comment><translation>VORSICHT</translation></message>
<message><source>NO-GO</source><comment>go-no-go</comment><translation>NEIN</translation></message>
<message><source>NOT YET</source><comment>go-unknown</comment><translation>NOCH NICHT</translation></message>
<message><source>Everything is answered and within the clinic's bounds.</source><comment>decision-go</comment><translation>Alles ist beantwortet und in den Grenzen der Praxis.</translation></message>
<message><source>A provider decides and signs.</source><comment>decision-caution</comment><translation>Ärztliche Entscheidung und Unterschrift nötig.</translation></message>
<message><source>Not by the clinic's rules; a provider can override with a reason.</source><comment>decision-no-go</comment><translation>Nach den Regeln der Praxis nicht; ärztlich mit Grund aufhebbar.</translation></message>
<message><source>Something is still missing.</source><comment>decision-unknown</comment><translation>Es fehlt noch etwas.</translation></message>
<message><source>A provider has taken it on.</source><comment>decision-taken-on</comment><translation>Ärztlich übernommen.</translation></message>
<message><source>Provider signs …</source><comment>decision-sign</comment><translation>Arzt unterschreibt …</translation></message>
<message><source>Override …</source><comment>decision-override</comment><translation>Aufheben …</translation></message>
<message><source>{0} signed {1}</source><comment>decision-signed</comment><translation>{0} unterschrieb {1}</translation></message>
<message><source>second: {0}</source><comment>decision-second</comment><translation>zweite Person: {0}</translation></message>
<message><source>and {0} more</source><comment>decision-more</comment><translation>und {0} weitere</translation></message>
<message><source>Which provider takes it on?</source><comment>decision-provider</comment><translation>Welcher Arzt übernimmt es?</translation></message>
<message><source>The name is kept with the reasons that stand now.</source><comment>decision-provider-why</comment><translation>Der Name wird mit den jetzigen Gründen gespeichert.</translation></message>
<message><source>Who is the second person?</source><comment>decision-second-title</comment><translation>Wer ist die zweite Person?</translation></message>
<message><source>A start against the rules wants two.</source><comment>decision-second-why</comment><translation>Ein Start gegen die Regeln braucht zwei.</translation></message>
<message><source>{0} {1} {2}</source><comment>decision-value</comment><translation>{0} {1} {2}</translation></message>
<message><source>{0}: {1}</source><comment>decision-answer</comment><translation>{0}: {1}</translation></message>
<message><source>Not answered: {0}</source><comment>missing-question</comment><translation>Nicht beantwortet: {0}</translation></message>
<message><source>Not answered: {0} questions</source><comment>missing-questions</comment><translation>Nicht beantwortet: {0} Fragen</translation></message>
<message><source>Baseline: {0} of {1} readings</source><comment>missing-baseline</comment><translation>Ruhewert: {0} von {1} Messungen</translation></message>
<message><source>Baseline: the last two readings differ by more than 15 mmHg</source><comment>missing-baseline-agreement</comment><translation>Ruhewert: die letzten zwei Messungen liegen mehr als 15 mmHg auseinander</translation></message>
<message><source>{0}: no value yet</source><comment>missing-sign</comment><translation>{0}: noch kein Wert</translation></message>
<message><source>Why is it started all the same?</source><comment>override-title</comment><translation>Warum wird trotzdem begonnen?</translation></message>
<message><source>The reason is kept with the session.</source><comment>override-sentence</comment><translation>Der Grund wird mit der Sitzung gespeichert.</translation></message>
<message><source>Benefit outweighs the risk</source><comment>override-benefit</comment><translation>Nutzen überwiegt das Risiko</translation></message>
<message><source>Discussed with the patient</source><comment>override-discussed</comment><translation>Mit dem Patienten besprochen</translation></message>
<message><source>Measured by hand, in order</source><comment>override-measured</comment><translation>Von Hand gemessen, in Ordnung</translation></message>
<message><source>Known and stable</source><comment>override-known</comment><translation>Bekannt und stabil</translation></message>
<message><source>Plan</source><comment>plan-title</comment><translation>Plan</translation></message>
<message><source>Dose</source><comment>plan-dose</comment><translation>Dosis</translation></message>
<message><source>Duration</source><comment>plan-duration</comment><translation>Dauer</translation></message>
<message><source>{0} min</source><comment>plan-minutes</comment><translation>{0} min</translation></message>
<message><source>{0} mg/kg</source><comment>plan-per-kg</comment><translation>{0} mg/kg</translation></message>
<message><source>{0} mg</source><comment>plan-mg</comment><translation>{0} mg</translation></message>
<message><source>{0} mL</source><comment>plan-ml</comment><translation>{0} ml</translation></message>
<message><source>{0} over {1} min</source><comment>plan-over</comment><translation>{0} über {1} min</translation></message>
<message><source>{0} · last time {1} mg</source><comment>plan-last</comment><translation>{0} · zuletzt {1} mg</translation></message>
<message><source>{0} mg/h</source><comment>plan-mg-h</comment><translation>{0} mg/h</translation></message>
<message><source>{0} mL/h</source><comment>plan-ml-h</comment><translation>{0} ml/h</translation></message>
<message><source>{0} kg = {1} lb</source><comment>plan-weight</comment><translation>{0} kg = {1} lb</translation></message>
<message><source>{0} · calculated</source><comment>plan-calculated</comment><translation>{0} · berechnet</translation></message>
<message><source>{0} mg/mL</source><comment>plan-concentration</comment><translation>{0} mg/ml</translation></message>
<message><source>{0} devices</source><comment>plan-devices</comment><translation>{0} Sprays</translation></message>
<message><source>As last time: {0}</source><comment>plan-as-last</comment><translation>Wie zuletzt: {0}</translation></message>
<message><source>First treatment: start low.</source><comment>plan-first</comment><translation>Erste Behandlung: niedrig beginnen.</translation></message>
<message><source>There is no weight: open the session anew with it, for a dose by weight.</source><comment>plan-no-weight</comment><translation>Ohne Gewicht keine Dosis nach Gewicht; die Sitzung damit neu öffnen.</translation></message>
<message><source>Choose the dose.</source><comment>plan-no-dose</comment><translation>Dosis wählen.</translation></message>
<message><source>Choose the concentration that stands on the vial.</source><comment>plan-no-concentration</comment><translation>Die Konzentration wählen, die auf der Ampulle steht.</translation></message>
<message><source>Keep plan</source><comment>plan-keep</comment><translation>Plan speichern</translation></message>
<message><source>A second person looks at this dose</source><comment>plan-second</comment><translation>Eine zweite Person prüft diese Dosis</translation></message>
<message><source>more than 1 mg/kg</source><comment>second-iv-above-1</comment><translation>mehr als 1 mg/kg</translation></message>
<message><source>more than 1.5 × the last dose</source><comment>second-above-last</comment><translation>mehr als 1,5 × die letzte Dosis</translation></message>
<message><source>Lower: {0}</source><comment>step-less</comment><translation>Weniger: {0}</translation></message>
<message><source>Raise: {0}</source><comment>step-more</comment><translation>Mehr: {0}</translation></message>
<message><source>Vial: scan its code, or type lot and expiry. It can also be done later.</source><comment>vial-title</comment><translation>Ampulle: Code scannen, oder Charge und Verfall eingeben. Geht auch später.</translation></message>
<message><source>Lot of the vial</source><comment>vial-lot</comment><translation>Charge der Ampulle</translation></message>
<message><source>Lot – scan or type</source><comment>vial-lot-hint</comment><translation>Charge – scannen, tippen</translation></message>
<message><source>Expiry of the vial</source><comment>vial-expiry</comment><translation>Verfall der Ampulle</translation></message>
<message><source>Expiry, 2027-03</source><comment>vial-expiry-hint</comment><translation>Verfall, 2027-03</translation></message>
<message><source>drawn</source><comment>vial-drawn</comment><translation>aufgezogen</translation></message>
<message><source>Same lot: {0}</source><comment>vial-same</comment><translation>Gleiche Charge: {0}</translation></message>
<message><source>Record anyway …</source><comment>vial-anyway</comment><translation>Trotzdem erfassen …</translation></message>
<message><source>The lot is missing; it stands on the vial.</source><comment>vial-no-lot</comment><translation>Die Charge fehlt; sie steht auf der Ampulle.</translation></message>
<message><source>The expiry is “{0}”; expected a month or a day, such as 2027-03.</source><comment>vial-no-expiry</comment><translation>Der Verfall ist „{0}“; erwartet Monat oder Tag, etwa 2027-03.</translation></message>
<message><source>How much was drawn is missing.</source><comment>vial-no-mg</comment><translation>Es fehlt, wie viel aufgezogen wurde.</translation></message>
<message><source>{0} expired on {1}. Take another vial, or record it with a second person.</source><comment>vial-expired</comment><translation>{0} ist am {1} verfallen. Andere Ampulle nehmen, oder mit einer zweiten Person erfassen.</translation></message>
<message><source>{0} expired on {1} and is used all the same.</source><comment>vial-expired-why</comment><translation>{0} ist am {1} verfallen und wird trotzdem verwendet.</translation></message>
<message><source>Who is the second person?</source><comment>vial-second</comment><translation>Wer ist die zweite Person?</translation></message>
<message><source>Drawn so far: {0} mg of {1}</source><comment>vial-drawn-so-far</comment><translation>Bisher aufgezogen: {0} mg von {1}</translation></message>
<message><source>Give dose</source><comment>dose-title</comment><translation>Dosis geben</translation></message>
<message><source>Give {0} mg</source><comment>dose-next</comment><translation>{0} mg geben</translation></message>
<message><source>Device {0}: {1} mg</source><comment>dose-next-device</comment><translation>Spray {0}: {1} mg</translation></message>
<message><source>All that was planned has been given.</source><comment>dose-complete</comment><translation>Alles Geplante wurde gegeben.</translation></message>
<message><source>More than planned</source><comment>dose-more</comment><translation>Mehr als geplant</translation></message>
<message><source>Dose complete</source><comment>dose-over</comment><translation>Gabe abgeschlossen</translation></message>
<message><source>Given now</source><comment>dose-give-now</comment><translation>Jetzt gegeben</translation></message>
<message><source>{0} min ago</source><comment>dose-give-ago</comment><translation>vor {0} min</translation></message>
<message><source>Device {0}</source><comment>dose-device</comment><translation>Spray {0}</translation></message>
<message><source>Dose {0}</source><comment>dose-number</comment><translation>Dosis {0}</translation></message>
<message><source>{0} · {1} mg · {2} · {3}</source><comment>dose-given</comment><translation>{0} · {1} mg · {2} · {3}</translation></message>
<message><source>Screening</source><comment>step-screening</comment><translation>Screening</translation></message>
<message><source>Plan</source><comment>step-plan</comment><translation>Plan</translation></message>
<message><source>Decision</source><comment>step-decision-go</comment><translation>Entscheidung</translation></message>
<message><source>Caution: sign</source><comment>step-decision-caution</comment><translation>Vorsicht: unterschreiben</translation></message>
<message><source>No-go: decide</source><comment>step-decision-no-go</comment><translation>Nein: entscheiden</translation></message>
<message><source>Decision</source><comment>step-decision-unknown</comment><translation>Entscheidung</translation></message>
<message><source>Give dose</source><comment>step-dose</comment><translation>Dosis geben</translation></message>
<message><source>Give {0} mg</source><comment>step-dose-mg</comment><translation>{0} mg geben</translation></message>
<message><source>Device {0} of {1}</source><comment>step-device</comment><translation>Spray {0} von {1}</translation></message>
<message><source>To recovery</source><comment>step-stop-dose</comment><translation>Zur Erholung</translation></message>
<message><source>Discharge</source><comment>step-discharge</comment><translation>Entlassung</translation></message>
<message><source>Is nothing more given?</source><comment>ask-stop-dose</comment><translation>Wird nichts mehr gegeben?</translation></message>
<message><source>Yes, recovery</source><comment>ask-stop-dose-yes</comment><translation>Ja, Erholung</translation></message>
<message><source>No</source><comment>ask-stop-dose-no</comment><translation>Nein</translation></message>
<message><source>Treatment</source><comment>phase-treating-dose</comment><translation>Behandlung</translation></message>
<message><source>{0} since the dose</source><comment>ribbon-since-dose</comment><translation>{0} seit der Gabe</translation></message>
<message><source>{0} answered</source><comment>ribbon-answered</comment><translation>{0} beantwortet</translation></message>
<message><source>{0} of {1} readings</source><comment>ribbon-baseline</comment><translation>{0} von {1} Messungen</translation></message>
<message><source>measure again</source><comment>ribbon-baseline-anew</comment><translation>neu messen</translation></message>
<message><source>All chairs</source><comment>menu-wall</comment><translation>Alle Plätze</translation></message>
<message><source>All chairs</source><comment>wall-title</comment><translation>Alle Plätze</translation></message>
<message><source>All chairs</source><comment>wall-open</comment><translation>Alle Plätze</translation></message>
<message><source>All</source><comment>wall-open-short</comment><translation>Alle</translation></message>
<message><source>{0} chairs are watched</source><comment>wall-watched</comment><translation>{0} Plätze werden überwacht</translation></message>
<message><source>1 chair is watched</source><comment>wall-watched-one</comment><translation>1 Platz wird überwacht</translation></message>
<message><source>no chair is watched</source><comment>wall-watched-none</comment><translation>kein Platz wird überwacht</translation></message>
<message><source>chair {0}: monitor not connected</source><comment>wall-not-connected</comment><translation>Platz {0}: Monitor nicht verbunden</translation></message>
<message><source>No alarms on chair {0}</source><comment>wall-none-here</comment><translation>Keine Alarme an Platz {0}</translation></message>
<message><source>Sound off: {0}</source><comment>wall-audio-paused</comment><translation>Ton aus: {0}</translation></message>
<message><source>Emergency: {0}</source><comment>wall-emergency</comment><translation>Notfall: {0}</translation></message>
<message><source>chair {0} {1}</source><comment>wall-chair-time</comment><translation>Platz {0} {1}</translation></message>
<message><source>chairs {0}</source><comment>wall-chairs</comment><translation>Plätze {0}</translation></message>
<message><source>{0} chairs</source><comment>wall-chair-count</comment><translation>{0} Plätze</translation></message>
<message><source>Free</source><comment>wall-free</comment><translation>Frei</translation></message>
<message><source>Begin a session</source><comment>wall-begin</comment><translation>Sitzung beginnen</translation></message>
<message><source>Ended · {0}</source><comment>wall-ended</comment><translation>Beendet · {0}</translation></message>
<message><source>session {0}</source><comment>wall-session</comment><translation>Sitzung {0}</translation></message>
<message><source>session {0} of {1}</source><comment>wall-session-of</comment><translation>Sitzung {0} von {1}</translation></message>
<message><source>SIMULATED</source><comment>wall-simulated</comment><translation>SIMULATION</translation></message>
<message><source>DEMO MODE</source><comment>wall-demo-data</comment><translation>DEMO-MODUS</translation></message>
<message><source>{0} covers</source><comment>wall-covers</comment><translation>{0} vertritt</translation></message>
<message><source>{0} covers {1}</source><comment>wall-covers-for</comment><translation>{0} vertritt {1}</translation></message>
<message><source>{0} / {1} from baseline</source><comment>wall-delta</comment><translation>{0} / {1} gegen Ruhe</translation></message>
<message><source>{0} / {1}</source><comment>wall-delta-short</comment><translation>{0} / {1}</translation></message>
<message><source>+{0} more</source><comment>wall-more</comment><translation>+{0} weitere</translation></message>
<message><source>measuring…</source><comment>wall-measuring</comment><translation>misst…</translation></message>
<message><source>No answer for {0}</source><comment>wall-silent</comment><translation>Keine Antwort seit {0}</translation></message>
<message><source>Watch the bedside monitor.</source><comment>wall-watch-monitor</comment><translation>Monitor am Patienten beobachten.</translation></message>
<message><source>This chair is not watched</source><comment>wall-broken</comment><translation>Platz nicht überwacht</translation></message>
<message><source>Watch the bedside monitor, and start the program again.</source><comment>wall-broken-what</comment><translation>Monitor am Patienten beobachten und das Programm neu starten.</translation></message>
<message><source>not yet</source><comment>wall-why-none</comment><translation>noch nicht</translation></message>
<message><source>not here</source><comment>wall-why-not-on-device</comment><translation>nicht hier</translation></message>
<message><source>no value</source><comment>wall-why-no-value</comment><translation>kein Wert</translation></message>
<message><source>no pulse</source><comment>wall-why-no-pulse</comment><translation>kein Puls</translation></message>
<message><source>implausible</source><comment>wall-why-out-of-range</comment><translation>unplausibel</translation></message>
<message><source>standby</source><comment>wall-why-standby</comment><translation>Standby</translation></message>
<message><source>waiting</source><comment>wall-why-connected</comment><translation>wartet</translation></message>
<message><source>no data</source><comment>wall-why-no-data</comment><translation>keine Daten</translation></message>
<message><source>wrong type</source><comment>wall-why-wrong-driver</comment><translation>falscher Typ</translation></message>
<message><source>unplugged</source><comment>wall-why-port-absent</comment><translation>abgezogen</translation></message>
<message><source>port in use</source><comment>wall-why-port-in-use</comment><translation>belegt</translation></message>
<message><source>port denied</source><comment>wall-why-port-denied</comment><translation>gesperrt</translation></message>
<message><source>other device</source><comment>wall-why-stranger</comment><translation>and. Gerät</translation></message>
<message><source>fault</source><comment>wall-why-driver-bug</comment><translation>Fehler</translation></message>
<message><source>closed</source><comment>wall-why-closed</comment><translation>getrennt</translation></message>
<message><source>older</source><comment>wall-why-before-session</comment><translation>älter</translation></message>
<message><source>age unknown</source><comment>wall-why-age-unknown</comment><translation>Alter unbek.</translation></message>
<message><source>demo mode</source><comment>wall-why-demo</comment><translation>Demo-Modus</translation></message>
<message><source>artefact</source><comment>wall-why-artefact</comment><translation>Artefakt</translation></message>
<message><source>was away</source><comment>wall-why-program-away</comment><translation>war aus</translation></message>
<message><source>IV</source><comment>wall-route-iv</comment><translation>i.v.</translation></message>
<message><source>IM/SC</source><comment>wall-route-im-sc</comment><translation>i.m./s.c.</translation></message>
<message><source>intranasal</source><comment>wall-route-intranasal</comment><translation>nasal</translation></message>
<message><source>oral</source><comment>wall-route-oral</comment><translation>oral</translation></message>
<message><source>{0} {1} mg</source><comment>wall-route-dose</comment><translation>{0} {1} mg</translation></message>
<message><source>watching only</source><comment>wall-watch-only</comment><translation>nur Überwachung</translation></message>
<message><source>{0} {1} min</source><comment>wall-phase-for</comment><translation>{0} {1} min</translation></message>
<message><source>Infusion {0} of {1} min</source><comment>wall-infusion</comment><translation>Infusion {0} von {1} min</translation></message>
<message><source>Paused {0} · {1} of {2} min</source><comment>wall-paused</comment><translation>Pause {0} · {1} von {2} min</translation></message>
<message><source>{0} min after first device</source><comment>wall-after-device</comment><translation>{0} min nach 1. Spray</translation></message>
<message><source>{0} min after the dose</source><comment>wall-after-dose</comment><translation>{0} min nach der Gabe</translation></message>
<message><source>Emergency {0}</source><comment>wall-emergency-for</comment><translation>Notfall {0}</translation></message>
<message><source>Off monitor {0}</source><comment>wall-off-monitor</comment><translation>Nicht am Monitor {0}</translation></message>
<message><source>Distress</source><comment>wall-distress</comment><translation>Unruhe</translation></message>
<message><source>Sound off {0}</source><comment>wall-sound-off</comment><translation>Ton aus {0}</translation></message>
<message><source>Pause too long: stop</source><comment>wall-locked-terminate</comment><translation>Pause zu lang: beenden</translation></message>
<message><source>No resume yet</source><comment>wall-locked-resume</comment><translation>Noch nicht fortsetzbar</translation></message>
<message><source>{0} put aside</source><comment>wall-aside</comment><translation>{0} beiseitegelegt</translation></message>
<message><source>Bedside alarm OFF</source><comment>wall-bedside-off</comment><translation>Monitor-Alarm AUS</translation></message>
<message><source>1 entry unclaimed</source><comment>wall-unclaimed-one</comment><translation>1 Eintrag ohne Namen</translation></message>
<message><source>{0} entries unclaimed</source><comment>wall-unclaimed</comment><translation>{0} Einträge ohne Namen</translation></message>
<message><source>Next</source><comment>wall-next</comment><translation>Nächstes</translation></message>
<message><source>Nothing is due</source><comment>wall-nothing-next</comment><translation>Nichts ist fällig</translation></message>
<message><source>Chair {0} {1}</source><comment>wall-duty</comment><translation>Platz {0} {1}</translation></message>
<message><source>{0} {1}</source><comment>wall-duty-in</comment><translation>{0} {1}</translation></message>
<message><source>{0} overdue {1}</source><comment>wall-duty-over</comment><translation>{0} überfällig {1}</translation></message>
<message><source>{0} now</source><comment>wall-duty-now</comment><translation>{0} jetzt</translation></message>
<message><source>acknowledge {0}</source><comment>wall-do-acknowledge</comment><translation>{0} quittieren</translation></message>
<message><source>not watched</source><comment>wall-do-watch</comment><translation>nicht überwacht</translation></message>
<message><source>no answer</source><comment>wall-do-answer</comment><translation>keine Antwort</translation></message>
<message><source>repeat BP</source><comment>wall-do-repeat</comment><translation>BD nachmessen</translation></message>
<message><source>cuff</source><comment>wall-do-cuff</comment><translation>Blutdruck</translation></message>
<message><source>is {0}/{1} on the monitor?</source><comment>wall-do-question</comment><translation>steht {0}/{1} auf dem Monitor?</translation></message>
<message><source>is the pump stopped?</source><comment>wall-do-pump</comment><translation>Pumpe gestoppt?</translation></message>
<message><source>pump volume</source><comment>wall-do-volume</comment><translation>Pumpenvolumen</translation></message>
<message><source>end of infusion</source><comment>wall-do-infusion-end</comment><translation>Ende der Infusion</translation></message>
<message><source>may leave</source><comment>wall-do-leaving</comment><translation>darf gehen</translation></message>
<message><source>sedation score</source><comment>wall-do-sedation</comment><translation>Sedierung</translation></message>
<message><source>dissociation score</source><comment>wall-do-dissociation</comment><translation>Dissoziation</translation></message>
<message><source>count breaths</source><comment>wall-do-breaths</comment><translation>Atemzüge zählen</translation></message>
<message><source>paused: go on or stop?</source><comment>wall-do-paused</comment><translation>Pause: weiter oder beenden?</translation></message>
<message><source>still present?</source><comment>wall-do-still-present</comment><translation>noch vorhanden?</translation></message>
<message><source>back at the monitor?</source><comment>wall-do-off-monitor</comment><translation>zurück am Monitor?</translation></message>
<message><source>chest pain? breathless?</source><comment>wall-do-distress</comment><translation>Schmerz? Atemnot?</translation></message>
<message><source>baseline reading</source><comment>wall-do-baseline</comment><translation>Ruhewert</translation></message>
<message><source>call the provider</source><comment>wall-do-call-provider</comment><translation>Arzt rufen</translation></message>
<message><source>pause, call the provider</source><comment>wall-do-pause-and-call</comment><translation>pausieren, Arzt rufen</translation></message>
<message><source>stop the infusion</source><comment>wall-do-terminate</comment><translation>Infusion beenden</translation></message>
<message><source>40-min BP</source><comment>wall-do-bp-at-40</comment><translation>BD bei 40 min</translation></message>
<message><source>standing BP</source><comment>wall-do-standing</comment><translation>BD im Stehen</translation></message>
<message><source>Cuff – which chair?</source><comment>which-cuff</comment><translation>Blutdruck – welcher Platz?</translation></message>
<message><source>Note – which chair?</source><comment>which-note</comment><translation>Notiz – welcher Platz?</translation></message>
<message><source>Pause or resume – which chair?</source><comment>which-pause</comment><translation>Pause oder fortsetzen – welcher Platz?</translation></message>
<message><source>Emergency – which chair?</source><comment>which-emergency</comment><translation>Notfall – welcher Platz?</translation></message>
<message><source>resume</source><comment>which-resume</comment><translation>weiter</translation></message>
<message><source>No answer</source><comment>stalled-title</comment><translation>Keine Antwort</translation></message>
<message><source>The program behind this screen has stopped answering. Watch the bedside monitor.</source><comment>stalled</comment><translation>Das Programm hinter diesem Bildschirm antwortet nicht mehr. Beobachten Sie den Monitor am Patienten.</translation></message>
<message><source>No answer for {0}.</source><comment>stalled-for</comment><translation>Keine Antwort seit {0}.</translation></message>
<message><source>This chair is not watched</source><comment>broken-title</comment><translation>Dieser Platz wird nicht überwacht</translation></message>
<message><source>A fault in this program stopped the watching of this chair. Watch the bedside monitor, and start the program again.</source><comment>broken</comment><translation>Ein Fehler in diesem Programm hat die Überwachung dieses Platzes beendet. Beobachten Sie den Monitor am Patienten, und starten Sie das Programm neu.</translation></message>
<message><source>A session is running</source><comment>close-title</comment><translation>Eine Sitzung läuft</translation></message>
<message><source>Closing the program stops watching, alarming and recording. The session can be continued later.</source><comment>close-sentence</comment><translation>Wird das Programm geschlossen, enden Überwachung, Alarme und Aufzeichnung. Die Sitzung kann später fortgesetzt werden.</translation></message>
<message><source>Close the program</source><comment>close-yes</comment><translation>Programm schließen</translation></message>
<message><source>Keep watching</source><comment>close-no</comment><translation>Weiter überwachen</translation></message>
<message><source>Chairside</source><comment>window-title</comment><translation>Chairside</translation></message>
</context>
</TS>
