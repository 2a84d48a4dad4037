package no.opptrapping.platform.attachments;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.util.Objects;
import no.opptrapping.platform.concurrency.ETags;
import no.opptrapping.platform.problems.Problems;

/** How attachments are answered over HTTP, whatever they belong to. */
@ApplicationScoped
public class AttachmentAnswers {
    /** A browser that shows it after all runs nothing in it and lets it load nothing. */
    private static final String POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private final ReadAttachment readAttachment;
    private final CurrentVertxRequest exchange;
    private final Problems problems;

    AttachmentAnswers(ReadAttachment readAttachment, CurrentVertxRequest exchange, Problems problems) {
        this.readAttachment = readAttachment;
        this.exchange = exchange;
        this.problems = problems;
    }

    /**
     * What became of a file that was sent.
     *
     * @param list the address of the list that it is in, without a slash at its end
     */
    public Response added(AddAttachment.Outcome outcome, String list) {
        return switch (outcome) {
            case AddAttachment.Outcome.Added(var attachment) ->
                Response.created(URI.create(list + "/" + attachment.id()))
                        .entity(AttachmentResponse.of(attachment))
                        .build();
            case AddAttachment.Outcome.Refused(var broken) -> problems.rejected("attachment.refused", broken);
            case AddAttachment.Outcome.Frozen() -> problems.conflict("attachment.frozen");
        };
    }

    /** What became of one that was to be taken away. */
    public Response removed(RemoveAttachment.Outcome outcome) {
        return switch (outcome) {
            case RemoveAttachment.Outcome.Removed removed ->
                Response.noContent().build();
            case RemoveAttachment.Outcome.Unknown() -> problems.notFound();
            case RemoveAttachment.Outcome.Frozen() -> problems.conflict("attachment.frozen");
        };
    }

    /** The content, or the part of it that the request asks for, to be saved and not shown. */
    public Response content(Attachment attachment) {
        return switch (attachment.state()) {
            case WAITING -> problems.conflict("attachment.not-scanned-yet");
            case INFECTED -> problems.conflict("attachment.content-removed");
            case READY -> ready(attachment);
        };
    }

    private Response ready(Attachment attachment) {
        var request = exchange.getCurrent().request();
        var tag = ETags.of(attachment.sha256());
        if (ETags.matches(request.getHeader(HttpHeaders.IF_NONE_MATCH), attachment.sha256())) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        var unchanged =
                Objects.requireNonNullElse(request.getHeader("If-Range"), tag).equals(tag);
        var range = ByteRange.of(unchanged ? request.getHeader("Range") : null, attachment.bytes());
        return range.map(asked -> part(attachment, asked, tag))
                .orElseGet(() -> problems.rangeNotSatisfiable(attachment.bytes()));
    }

    private Response part(Attachment attachment, ByteRange range, String tag) {
        var content = (StreamingOutput) out -> {
            try (var read = readAttachment.content(attachment, range.from(), range.length())) {
                read.transferTo(out);
            }
        };
        var answer = Response.status(range.whole() ? 200 : 206)
                .entity(content)
                .type(attachment.type().mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, range.length())
                .header(HttpHeaders.ETAG, tag)
                .header("Accept-Ranges", "bytes")
                .header("Content-Disposition", FileName.disposition(attachment.name()))
                .header("Content-Security-Policy", POLICY);
        if (!range.whole()) {
            answer.header("Content-Range", range.contentRange(attachment.bytes()));
        }
        return answer.build();
    }
}
