package no.opptrapping.grant.pages;

import java.util.List;

/** A part of a form as it stands on a page: what it is called, and what is asked in it. */
public record FormBlock(String title, String help, List<Entry> entries) {
    public FormBlock {
        entries = List.copyOf(entries);
    }

    /** A part without words of help. */
    public static FormBlock of(String title, List<Entry> entries) {
        return new FormBlock(title, "", entries);
    }

    /**
     * What is asked, and what is answered.
     *
     * @param values the answer, a paragraph each; none where it is left to be written
     * @param choices what can be chosen, where it is left to be written
     */
    public record Entry(String label, String help, List<String> values, List<String> choices) {
        public Entry {
            values = List.copyOf(values);
            choices = List.copyOf(choices);
        }

        /** What is left to be written. */
        public static Entry blank(String label) {
            return new Entry(label, "", List.of(), List.of());
        }

        /** What is answered, in one paragraph. */
        public static Entry answered(String label, String value) {
            return new Entry(label, "", List.of(value), List.of());
        }
    }
}
