package no.opptrapping.platform.language;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The language that the caller of this request asked for with <code>Accept-Language</code>; Bokmål outside requests. */
@RequestScoped
public class CurrentLanguage {
    private final CurrentVertxRequest request;

    CurrentLanguage(CurrentVertxRequest request) {
        this.request = request;
    }

    public Language get() {
        return Language.preferred(acceptLanguage());
    }

    /** The language asked for; empty when the caller has said nothing, so that another than Bokmål may be meant. */
    public Optional<Language> asked() {
        return Optional.ofNullable(acceptLanguage()).map(Language::preferred);
    }

    private @Nullable String acceptLanguage() {
        var exchange = request.getCurrent();
        return exchange == null ? null : exchange.request().getHeader("Accept-Language");
    }
}
