"""A simulated patient and the virtual monitors that speak the real bytes about it.

What is here, from the body outwards; each room knows those above it, seldom one below:

`scenario`    what happens: `scenario` and its parts, what befalls somebody: `mishaps` (by hand),
              `faults` (of the wire), `artefacts` (of a measurement); sizes in `accuracy`. The
              scenarios themselves are the files in `scenarios/`.
`body`        `pharmacology` `absorption` `esketamine` `linear`: the drug; `drug_course`, `pump`:
              how it comes; `relief` `relief_table` `breathing`: other drugs, oxygen, waking;
              `physiology` `noise` `wandering` `laid_over`: everything else; `person`: whose it
              is; `patient`: all of it, second by second; `scripted_patient`: treated by a script
`population`  many bodies: `population` (who comes), `course` (what happens), `measured` and
              `readings` (what is read of it), `drawn_person` (one, in a chair)
`sensors`     `measurement` (all of them, with the electrocardiograph), `oximeter`, the cuff:
              `cuff_plan` (when), `cuff_unit` (how it goes), `cuff_reading` (with which errors);
              `practice_patient`, `practice_sensors`: treated, and started, by hand; `shown`:
              what a monitor then knows
`monitors`    `virtual_*`, listed in `catalogue`; what several need: `waves` `heart`,
              `cuff_course` (the pressure during a measurement), `spot_cuff` (each result once),
              `device_clock`; `intellivue_*` is one monitor's
`wire`        `faulty_line` (`garbling`, `line_bits`, `switched_on`), `wire_mishaps`; in memory:
              `stepped_link`; for other programs: `server`, `outlets`, `raw_file`
"""
