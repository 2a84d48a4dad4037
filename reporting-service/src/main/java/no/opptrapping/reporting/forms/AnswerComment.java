package no.opptrapping.reporting.forms;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What somebody says of one place in the answers; {@code pointer} is a JSON pointer (RFC 6901) into them. */
public record AnswerComment(
        @NotNull @Size(max = 200) @Pattern(regexp = "^(/.*)?$")
        String pointer,

        @NotNull @Size(min = 1, max = 2000) String text) {}
