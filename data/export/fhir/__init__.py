"""A session as a FHIR R4 bundle: `bundle.session_fhir`, one file for each kind of content."""
