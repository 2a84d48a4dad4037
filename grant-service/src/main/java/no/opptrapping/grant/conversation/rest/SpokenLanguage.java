package no.opptrapping.grant.conversation.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import no.opptrapping.platform.language.Language;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A language that people read, as it stands in forms. */
@Schema(name = "AnswerLanguage")
enum SpokenLanguage {
    @JsonProperty("nb")
    NB(Language.NB),
    @JsonProperty("nn")
    NN(Language.NN),
    @JsonProperty("en")
    EN(Language.EN);

    private final Language language;

    SpokenLanguage(Language language) {
        this.language = language;
    }

    Language language() {
        return language;
    }

    static SpokenLanguage of(Language language) {
        return valueOf(language.name());
    }
}
