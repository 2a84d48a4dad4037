package no.opptrapping.platform.testing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A kind of caller, as it stands to the thing that it asks for. */
public enum AccessCaller {
    NOBODY("Nobody", "sends no token"),
    MUNICIPALITY("The municipality", "whose thing it is; its token may read and write"),
    PARTICIPANT("A participant", "a municipality that shares in the joint application or award"),
    ANOTHER_MUNICIPALITY("Another municipality", "has nothing to do with the thing; its token may read and write"),
    ACTING_WITH_THE_RIGHT(
            "Acting for it, with the right",
            "a supplier or host that names the municipality in the header Acting-For, and that the register lets act for it"),
    ACTING_WITHOUT_THE_RIGHT(
            "Acting for it, without the right",
            "one that names the municipality in the header Acting-For, and that the register does not let act for it"),
    COUNTY_GOVERNOR("County governor", "of the county that the municipality lies in"),
    ANOTHER_COUNTY_GOVERNOR("Another county governor", "of a county that the municipality does not lie in"),
    ADVISER("Adviser", "prepares in the Directorate"),
    DECISION_MAKER("Decision-maker", "decides in the Directorate what an adviser has prepared"),
    CONTROLLER("Controller", "controls payments and reports in the Directorate"),
    ADMINISTRATOR("Administrator", "keeps the registers and the running system in the Directorate"),
    MINISTRY("Ministry", "simulates, and reads what the Directorate reads"),
    INTERNAL("Internal", "one of the Directorate's own systems; its token may read and write");

    private final String title;
    private final String meaning;

    AccessCaller(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    /** The name of its column, for example <code>another-municipality</code>. */
    public String column() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** Who that is, in words that follow its title. */
    public String meaning() {
        return meaning;
    }

    /** The one with the column, or empty if there is none. */
    static Optional<AccessCaller> parse(String column) {
        return Arrays.stream(values())
                .filter(one -> one.column().equals(column))
                .findFirst();
    }
}
