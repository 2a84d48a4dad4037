package no.opptrapping.municipality.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of one request and remembers what is wrong with them. A faulty parameter gets a stand-in value,
 * so that the others are read too; nothing may be answered with them unless {@link #faults()} is empty.
 */
public final class QueryParameters {
    private static final Year FIRST_YEAR = Year.of(1900);
    private static final Year LAST_YEAR = Year.of(2199);

    private final List<BrokenRule> faults = new ArrayList<>();

    /** Everything that is wrong with what has been read. */
    public List<BrokenRule> faults() {
        return List.copyOf(faults);
    }

    /**
     * A date of a query, or the other date if it is not given.
     *
     * @param earliest the first day that anything is known of
     */
    public LocalDate date(String name, @Nullable String text, LocalDate otherwise, LocalDate earliest) {
        if (text == null) {
            return otherwise;
        }
        try {
            var date = LocalDate.parse(text);
            if (Year.from(date).isBefore(FIRST_YEAR) || Year.from(date).isAfter(LAST_YEAR)) {
                faults.add(BrokenRule.of("municipality.date-out-of-range", "query:" + name));
                return otherwise;
            }
            if (date.isBefore(earliest)) {
                faults.add(BrokenRule.of("conversion.before-the-register", "query:" + name, "beginning", earliest));
                return otherwise;
            }
            return date;
        } catch (DateTimeException notADate) {
            faults.add(BrokenRule.of("municipality.bad-date", "query:" + name));
            return otherwise;
        }
    }

    /** A year of a query that has to be given. */
    public Year year(String name, @Nullable String text) {
        if (text == null || !text.matches("(19|20|21)[0-9]{2}")) {
            faults.add(BrokenRule.of("municipality.bad-year", "query:" + name));
            return FIRST_YEAR;
        }
        return Year.parse(text);
    }

    /** The number of a version, or empty if it is not given. */
    public Optional<Integer> version(@Nullable String text) {
        if (text != null && !text.matches("[1-9][0-9]{0,5}")) {
            faults.add(BrokenRule.of("municipality.bad-version", "query:version"));
            return Optional.empty();
        }
        return Optional.ofNullable(text).map(Integer::valueOf);
    }

    /** A municipality number of a path. */
    public MunicipalityNumber municipality(String text) {
        return MunicipalityNumber.parse(text).orElseGet(() -> {
            faults.add(BrokenRule.of("municipality.bad-number", "path:number"));
            return new MunicipalityNumber("0000");
        });
    }

    /** An organisation number of a path, or empty and a fault. */
    public Optional<OrganisationNumber> organisation(String pointer, String text) {
        var number = OrganisationNumber.parse(text);
        if (number.isEmpty()) {
            faults.add(BrokenRule.of("municipality.bad-organisation-number", pointer));
        }
        return number;
    }

    /** A county number of a query, or empty if it is not given. */
    public Optional<String> county(@Nullable String text) {
        if (text != null && !text.matches("[0-9]{2}")) {
            faults.add(BrokenRule.of("municipality.bad-county", "query:county"));
        }
        return Optional.ofNullable(text);
    }

    /** Says that something else is wrong. */
    public void fault(BrokenRule fault) {
        faults.add(fault);
    }
}
