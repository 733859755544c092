"""A simulated patient and the virtual monitors that speak the real bytes about it.

What is here, from the body outwards; each file knows those above it, seldom one below:

the scenario    `scenario` and its parts `scenario_*`, what befalls somebody: `mishaps` (by hand),
                `faults` (of the wire), `artefacts` (of a measurement); sizes in `accuracy`
the body        `pharmacology` `absorption` `esketamine` `linear`: the drug; `drug_course`, `pump`:
                how it comes; `relief` `relief_table` `breathing`: other drugs, oxygen, waking;
                `physiology` `noise` `wandering` `laid_over`: everything else; `person`: whose it
                is; `patient`: all of it, second by second; `scripted_patient`,
                `practice_patient`: treated by a script, by hand
many bodies     `population` (who comes), `population_course` (what happens), `population_measured`
                and `population_readings` (what is read of it), `drawn_person` (one, in a chair)
the sensors     `measurement` (all of them, with the electrocardiograph), `oximeter`, the cuff:
                `cuff_plan` (when), `cuff_unit` (how it goes), `cuff_reading` (with which errors);
                `practice_sensors`: with a cycle of their own; `shown`: what a monitor then knows
the monitors    `virtual_*`, listed in `monitors`; what several need: `waves` `heart`,
                `cuff_course` (the pressure during a measurement), `spot_cuff` (each result once),
                `device_clock`; `intellivue_*` is one monitor's
the wire        `faulty_line` (`garbling`, `line_bits`, `switched_on`), `wire_mishaps`; in memory:
                `wire`; for other programs: `server`, `outlets`, `raw_file`
"""
