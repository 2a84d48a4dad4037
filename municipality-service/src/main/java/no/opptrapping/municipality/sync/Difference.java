package no.opptrapping.municipality.sync;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing in which a source differs from what is registered.
 *
 * @param subject what differs, where the kind alone does not say: an indicator's code; otherwise empty
 * @param on from which day
 * @param before what is registered; empty for what is new
 * @param after what the source says; empty for what has ceased
 * @param edition of a grouping's values: the year of its edition; empty where the day says the year
 */
public record Difference(
        Kind kind, String subject, LocalDate on, List<Item> before, List<Item> after, Optional<Year> edition) {
    public Difference(Kind kind, String subject, LocalDate on, List<Item> before, List<Item> after) {
        this(kind, subject, on, before, after, Optional.empty());
    }

    public Difference {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /**
     * A municipality or county, with what is said of it.
     *
     * @param number the number on the day before or on the day
     * @param value what is said beyond its number and name: a share, a figure, a number; otherwise empty
     * @param year of a share that is estimated: the year of the populations that it rests on
     */
    public record Item(String number, String name, String value, Optional<Year> year) {
        public Item(String number, String name, String value) {
            this(number, name, value, Optional.empty());
        }

        public static Item of(String number, String name) {
            return new Item(number, name, "");
        }
    }

    /** Whether something is new, is changed or has ceased. */
    public enum Effect {
        NEW,
        CHANGED,
        CEASED,
        /** Told only: the register does not take it up. */
        NOTICE;

        /** The word in API answers. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What differs. */
    public enum Kind {
        MERGER(Effect.CHANGED),
        SPLIT(Effect.CHANGED),
        RENUMBERING(Effect.CHANGED),
        RENAMING(Effect.CHANGED),
        COUNTY_NEW(Effect.NEW),
        COUNTY_RENAMED(Effect.CHANGED),
        COUNTY_CEASED(Effect.CEASED),
        /** An indicator's value of a municipality that has none. */
        VALUE_NEW(Effect.NEW),
        VALUE_CHANGED(Effect.CHANGED),
        ORGANISATION_NUMBER_NEW(Effect.NEW),
        ORGANISATION_NUMBER_CHANGED(Effect.CHANGED),
        /** The unit is deleted from the register of legal entities, and no other stands for the municipality. */
        ORGANISATION_NUMBER_CEASED(Effect.CEASED),
        /** The names in each language, in the order in which the municipality uses them. */
        NAMES_NEW(Effect.NEW),
        NAMES_CHANGED(Effect.CHANGED),
        /** The municipality enters or leaves the administrative area of the Sami languages. */
        SAMI_AREA_CHANGED(Effect.CHANGED),
        /** The source has no value where one is registered; the registered one stays. */
        VALUE_MISSING(Effect.NOTICE),
        /** Part of a municipality goes to another that was there before; both go on, and no identity changes. */
        BORDER_ADJUSTMENT(Effect.NOTICE),
        /** The source tells of a change that does not fit what is registered, and that a person has to look into. */
        UNEXPLAINED(Effect.NOTICE);

        private final Effect effect;

        Kind(Effect effect) {
            this.effect = effect;
        }

        public Effect effect() {
            return effect;
        }

        /** The word in API answers. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether it can be adopted; what cannot is told only. */
    public boolean canBeAdopted() {
        return kind.effect() != Effect.NOTICE;
    }
}
