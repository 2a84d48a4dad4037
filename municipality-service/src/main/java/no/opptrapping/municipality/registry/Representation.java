package no.opptrapping.municipality.registry;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.opptrapping.platform.values.OrganisationNumber;
import org.jspecify.annotations.Nullable;

/**
 * How a municipality is reached and who may act for it.
 *
 * @param languageSource where the municipality's decision on the language form was read; empty when it has none
 */
public record Representation(
        LanguageForm languageForm,
        String languageSource,
        List<Representative> representatives,
        List<ContactPoint> contactPoints) {
    /** Of a municipality of which nothing has been entered. */
    public static final Representation NONE = new Representation(LanguageForm.NEUTRAL, "", List.of(), List.of());

    public Representation {
        representatives = List.copyOf(representatives);
        contactPoints = List.copyOf(contactPoints);
    }

    /** What a representative is. */
    public enum Kind {
        /** A supplier (<i>leverandør</i>) that sends for the municipality. */
        SUPPLIER,
        /** A host municipality (<i>vertskommune</i>). */
        HOST;

        /** The word in API answers and events. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** The kind with the code, or empty if there is none. */
        public static Optional<Kind> parse(String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code().equals(code))
                    .findFirst();
        }
    }

    /** What a representative may do. Seeing what it is about is part of each. */
    public enum Task {
        /** Applications: draft, submit, withdraw. */
        APPLY,
        /** Awards: accept. */
        ACCEPT,
        /** Reports: write, submit. */
        REPORT;

        /** The word in API answers and events. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** The task with the code, or empty if there is none. */
        public static Optional<Task> parse(String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code().equals(code))
                    .findFirst();
        }
    }

    /**
     * An organisation that may act for the municipality.
     *
     * @param tasks what for; at least one, in the order of the enum
     * @param to the first day it may no longer; null while there is no end
     */
    public record Representative(
            OrganisationNumber organisation,
            Kind kind,
            List<Task> tasks,
            LocalDate from,
            @Nullable LocalDate to) {
        public Representative {
            tasks = tasks.stream().distinct().sorted().toList();
        }

        /** The time that it may act. */
        public Period period() {
            return Period.of(from, to);
        }
    }

    /** Somebody to ask, for example the coordinator of substance-use services. */
    public record ContactPoint(String role, String email, String phone) {}
}
