package no.opptrapping.grant.applications;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;

/** Says in a letter who filled in an application and who signed it, as the municipality's own system stated them. */
@ApplicationScoped
public class SignedBy {
    private final Texts texts;

    SignedBy(Texts texts) {
        this.texts = texts;
    }

    /** A sentence for each that is stated; none for an application that says neither. */
    public Stream<String> sentences(Application application, Language language) {
        return Stream.concat(
                Optional.ofNullable(application.content().filledInBy())
                        .map(by -> texts.text(language, "letter.filled-in", facts(by)))
                        .stream(),
                application
                        .signature()
                        .map(signature -> texts.text(language, "letter.signed", facts(signature.by())))
                        .stream());
    }

    private static Map<String, Object> facts(Signatory signatory) {
        return Map.of("name", signatory.name(), "function", signatory.function());
    }
}
