package no.opptrapping.grant.announcements.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import no.opptrapping.platform.language.CurrentLanguage;
import no.opptrapping.platform.language.Language;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A language in an address, for programs that send no header. */
@Schema(name = "AnnouncementLanguage")
enum AnnouncementLanguage {
    @JsonProperty("nb")
    NB(Language.NB),
    @JsonProperty("nn")
    NN(Language.NN),
    @JsonProperty("en")
    EN(Language.EN);

    private final Language language;

    AnnouncementLanguage(Language language) {
        this.language = language;
    }

    /** The one that is wanted, or else the one of the request. */
    static Language of(@Nullable AnnouncementLanguage wanted, CurrentLanguage current) {
        return wanted == null ? current.get() : wanted.language;
    }
}
