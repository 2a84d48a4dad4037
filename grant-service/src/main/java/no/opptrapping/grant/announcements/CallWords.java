package no.opptrapping.grant.announcements;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.time.LastMoment;

/** Says in words what calendar and feed tell of a call: the last day with its time, as people read it in Norway. */
@ApplicationScoped
class CallWords {
    private final Texts texts;

    CallWords(Texts texts) {
        this.texts = texts;
    }

    /** What the calendar and the feed are called. */
    String name(Language language) {
        return texts.text(language, "announcement.name", Map.of());
    }

    /** What stands in the calendar on the first day. */
    String opening(PublicCall call, Language language) {
        return texts.text(
                language,
                call.isExpected() ? "announcement.opens-expected" : "announcement.opens",
                Map.of("title", call.title().in(language)));
    }

    /** What stands in the calendar on the last day. */
    String deadline(PublicCall call, Language language) {
        return texts.text(
                language,
                call.isExpected() ? "announcement.deadline-expected" : "announcement.deadline",
                Map.of(
                        "title",
                        call.title().in(language),
                        "time",
                        LastMoment.of(call.deadline()).time()));
    }

    /** What has become of it last. */
    String news(PublicCall call, Language language) {
        var code = switch (call.state()) {
            case FORECAST -> "announcement.forecast";
            case WITHDRAWN -> "announcement.withdrawn";
            case ANNOUNCED -> call.correction() ? "announcement.changed" : "announcement.announced";
            case DECIDED -> "announcement.decided";
            case CANCELLED -> "announcement.cancelled";
        };
        return texts.text(language, code, Map.of("title", call.title().in(language)));
    }

    /** When it opens and closes, what it has to give, and why it was changed last. */
    String about(PublicCall call, Language language) {
        var last = LastMoment.of(call.deadline());
        var text = new StringBuilder(texts.text(
                language,
                "announcement.period",
                Map.of("opensOn", call.opensOn(), "day", last.day(), "time", last.time())));
        call.budget()
                .ifPresent(budget ->
                        text.append(' ').append(texts.text(language, "announcement.budget", Map.of("budget", budget))));
        call.reason()
                .ifPresent(reason ->
                        text.append(' ').append(texts.text(language, "announcement.reason", Map.of("reason", reason))));
        return text.toString();
    }
}
