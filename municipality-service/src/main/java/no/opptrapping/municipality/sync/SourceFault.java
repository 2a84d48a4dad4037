package no.opptrapping.municipality.sync;

import java.util.Locale;
import java.util.Map;

/** A source cannot be read, or says what cannot be true: nothing is changed, and the run tells why. */
public final class SourceFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient Map<String, String> arguments;

    public SourceFault(Reason reason, Map<String, String> arguments) {
        super(reason + " " + arguments);
        this.reason = reason;
        this.arguments = Map.copyOf(arguments);
    }

    public Reason reason() {
        return reason;
    }

    /** What fills the placeholders of the reason's text. */
    public Map<String, String> arguments() {
        return arguments;
    }

    /** Why a source could not be used; each has a text {@code sync.failed.<code>}. */
    public enum Reason {
        /** No connection, or it was broken off before the whole answer had come. */
        UNREACHABLE(true),
        /** No whole answer within the time. */
        TOO_SLOW(true),
        /** The source answered with a server error ({@code status}). */
        OUT_OF_ORDER(true),
        /** The source refuses the question, or answers with something else than asked for ({@code status}). */
        REFUSED(false),
        /** The source wants fewer questions; {@code retryAfter}, if it says so, is for how many seconds. */
        TOO_MANY_QUESTIONS(true),
        /** The source has failed several times of late, and is left in peace for a while. */
        LEFT_IN_PEACE(false),
        /** The answer is larger than any true one ({@code limit} in bytes). */
        TOO_LARGE(false),
        /** The answer is not JSON by its own words. */
        NOT_JSON(false),
        /** The answer is not UTF-8, or is compressed without having been asked for. */
        BADLY_ENCODED(false),
        /** The answer is no whole, unambiguous JSON text, or is nested without end. */
        MALFORMED(false),
        /** A field ({@code where}) is missing or is not of its form. */
        UNEXPECTED_CONTENT(false),
        /** The answers contradict each other, or leave out what must be there ({@code what}). */
        CONTRADICTORY(false),
        /** A fault of this service's own, which its log tells of. */
        INTERNAL(false);

        private final boolean passing;

        Reason(boolean passing) {
            this.passing = passing;
        }

        /** Whether asking again may help. */
        public boolean isPassing() {
            return passing;
        }

        /** The word in API answers and messages. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
