package no.opptrapping.platform.language;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
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

    private @Nullable String acceptLanguage() {
        var exchange = request.getCurrent();
        return exchange == null ? null : exchange.request().getHeader("Accept-Language");
    }
}
