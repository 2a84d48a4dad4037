package no.opptrapping.grant.letters;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import no.opptrapping.grant.schemes.Contact;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a letter says, in one language.
 *
 * @param sender who decided and writes, a county governor's office or the Directorate; missing in letters from before it was
 *     written down, which are the Directorate's
 * @param contact whom to ask; of a county governor's office the register knows the name alone, and the rest is empty
 * @param amount what is awarded; zero in a rejection
 * @param explanation where the recipient can read how the amount was computed, as JSON or as a page; empty where
 *     nothing is computed
 */
@Schema(name = "AwardLetter")
public record LetterText(
        String reference,
        String language,
        LocalDate date,
        String title,

        @Schema(
                description = "Who decided and writes the letter: the Directorate or a county governor's office",
                maxLength = 500)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String sender,

        String recipient,
        Kroner amount,
        List<Section> sections,
        Contact contact,
        String explanation) {
    /** A part of the letter; the code is the same in every language. */
    @Schema(name = "LetterSection")
    public record Section(String code, String title, List<String> paragraphs) {
        public Section {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /** What stands in the part of the letter with the code; nothing when it has no such part. */
    public List<String> paragraphs(String code) {
        return sections.stream()
                .filter(section -> section.code().equals(code))
                .flatMap(section -> section.paragraphs().stream())
                .toList();
    }

    public LetterText {
        sections = List.copyOf(sections);
    }
}
