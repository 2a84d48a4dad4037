package no.opptrapping.local.grantyear;

/** Who calls: nobody (open data), a person in the Directorate, or a municipality's system. */
sealed interface Who {
    /** Open data needs no token. */
    record Nobody() implements Who {}

    /** A person with one role, signed in at the staff issuer. */
    record Person(String name, String role) implements Who {}

    /** A municipality, signed in as an organisation with Maskinporten. */
    record Municipality(String organisationNumber) implements Who {}

    /** Open data. */
    Who NOBODY = new Nobody();
    /** Prepares cases: makes schemes, calls, assessments, runs and payment orders. */
    Who ADVISER = new Person("ingrid.adviser", "adviser");
    /** Decides what the adviser prepared. */
    Who DECISION_MAKER = new Person("olav.decision-maker", "decision-maker");
    /** Approves payments and reports. */
    Who CONTROLLER = new Person("kari.controller", "controller");
    /** Runs the installation and confirms what the accounting system paid. */
    Who ADMINISTRATOR = new Person("sigrid.administrator", "administrator");
}
