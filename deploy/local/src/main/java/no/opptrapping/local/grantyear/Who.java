package no.opptrapping.local.grantyear;

import java.util.List;

/** Who calls: nobody (open data), a person in the Directorate, or a municipality's system. */
sealed interface Who {
    /** Open data needs no token. */
    record Nobody() implements Who {}

    /** A person with roles, signed in at the staff issuer. */
    record Person(String name, List<String> roles) implements Who {
        static Who with(String name, String... roles) {
            return new Person(name, List.of(roles));
        }
    }

    /** A person at a county governor's office, signed in at the staff issuer; the office's counties in a row. */
    record CountyGovernor(String name, String counties) implements Who {}

    /** A municipality, signed in as an organisation with Maskinporten. */
    record Municipality(String organisationNumber) implements Who {}

    /** Open data. */
    Who NOBODY = new Nobody();
    /** Prepares cases: makes schemes, calls, assessments, runs and payment orders. */
    Who ADVISER = Person.with("ingrid.adviser", "adviser");
    /** Decides what the adviser prepared. */
    Who DECISION_MAKER = Person.with("olav.decision-maker", "decision-maker");
    /** Prepares cases too, and is near to somebody who applies. */
    Person DISQUALIFIED = new Person("per.adviser", List.of("adviser"));
    /** Approves payments and reports. */
    Who CONTROLLER = Person.with("kari.controller", "controller");
    /** Runs the installation and confirms what the accounting system paid. */
    Who ADMINISTRATOR = Person.with("sigrid.administrator", "administrator");
}
