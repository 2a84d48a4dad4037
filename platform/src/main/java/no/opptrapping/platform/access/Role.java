package no.opptrapping.platform.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person in the Directorate, the ministry or with a county governor may do. */
public enum Role {
    ADVISER,
    DECISION_MAKER,
    CONTROLLER,
    COUNTY_GOVERNOR,
    MINISTRY,
    ADMINISTRATOR;

    /** The value in the token's <code>roles</code> claim, for example <code>decision-maker</code>. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role of a claim value, or empty if it is not one of ours. */
    public static Optional<Role> ofClaim(String value) {
        return Arrays.stream(values())
                .filter(role -> role.claim().equals(value))
                .findFirst();
    }
}
