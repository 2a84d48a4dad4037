package no.opptrapping.platform.csv;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a table is written as text, depending on who is to read it. */
public enum CsvDialect {
    /** For programs: RFC 4180, with commas between the fields and a decimal point, in UTF-8. */
    @JsonProperty("rfc4180")
    RFC_4180(',', '.', ""),
    /**
     * For Excel with Norwegian settings, which opens it with a double click: semicolons between the fields, a decimal
     * comma, and UTF-8 told by a byte order mark.
     */
    @JsonProperty("excel")
    EXCEL(';', ',', "\uFEFF");

    private final char separator;
    private final char decimalSign;
    private final String beginning;

    CsvDialect(char separator, char decimalSign, String beginning) {
        this.separator = separator;
        this.decimalSign = decimalSign;
        this.beginning = beginning;
    }

    char separator() {
        return separator;
    }

    char decimalSign() {
        return decimalSign;
    }

    String beginning() {
        return beginning;
    }
}
