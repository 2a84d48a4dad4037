package no.opptrapping.municipality.sync.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.municipality.sync.KeptAnswers;
import no.opptrapping.municipality.sync.KeptAnswers.Kept;
import no.opptrapping.municipality.sync.SourceFault;
import no.opptrapping.municipality.sync.SourceFault.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Asks a source for what is newer than its last answer that could be used (RFC 9110 section 13), and uses that one again
 * if nothing is. An answer is kept only once it has been read to its end.
 */
@ApplicationScoped
class AskConditionally {
    private final KeptAnswers keptAnswers;

    AskConditionally(KeptAnswers keptAnswers) {
        this.keptAnswers = keptAnswers;
    }

    /** A question, with the tag and the time of the last answer where there is one. */
    interface Question {
        Response ask(@Nullable String ifNoneMatch, @Nullable String ifModifiedSince);
    }

    /** Makes something of an answer. */
    interface Reading<T> {
        T read(UntrustedNode answer) throws SourceFault;
    }

    /**
     * What the reading makes of the source's present answer.
     *
     * @param key tells the question from every other
     * @throws SourceFault if there is no answer that the reading can make something of
     */
    <T> T ask(Peer peer, String key, Question question, Reading<T> reading) throws SourceFault {
        var kept = keptAnswers.find(key);
        var answer = peer.ask(() -> question.ask(
                kept.map(Kept::tag).filter(tag -> !tag.isEmpty()).orElse(null),
                kept.map(Kept::lastModified).filter(time -> !time.isEmpty()).orElse(null)));
        if (answer.isNotModified()) {
            return reading.read(UntrustedNode.of(again(kept)));
        }
        if (answer.status() != Response.Status.OK.getStatusCode()) {
            throw new SourceFault(Reason.REFUSED, Map.of("status", Integer.toString(answer.status())));
        }
        var text = UntrustedJson.text(answer);
        var made = reading.read(UntrustedNode.of(UntrustedJson.parse(text)));
        if (isHeader(answer.tag()) || isHeader(answer.lastModified())) {
            keptAnswers.keep(new Kept(key, safe(answer.tag()), safe(answer.lastModified()), text));
        }
        return made;
    }

    private static JsonNode again(Optional<Kept> kept) throws SourceFault {
        if (kept.isEmpty()) {
            throw new SourceFault(Reason.REFUSED, Map.of("status", "304"));
        }
        return UntrustedJson.parse(kept.get().body());
    }

    /** Whether it is worth sending back, and may be: visible characters only, and not many. */
    private static boolean isHeader(String value) {
        return !value.isEmpty() && value.length() <= 200 && value.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    private static String safe(String value) {
        return isHeader(value) ? value : "";
    }
}
