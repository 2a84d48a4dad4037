package no.opptrapping.grant.letters.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import no.opptrapping.grant.letters.Letter;
import no.opptrapping.platform.values.OrganisationNumber;

/** A letter as the form (<code>multipart/form-data</code>, RFC 7578) that Altinn takes a correspondence in. */
final class Multipart {
    private final String contentType;
    private final byte[] bytes;

    private Multipart(String contentType, byte[] bytes) {
        this.contentType = contentType;
        this.bytes = bytes;
    }

    String contentType() {
        return contentType;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, bytes.length);
    }

    static Multipart ofLetter(AltinnSettings settings, Letter letter, OrganisationNumber recipient, byte[] document) {
        // A UUID of ours is in no document of ours.
        var form = new Writer("letter-" + letter.id());
        form.field("IdempotentKey", letter.id().toString());
        form.field("Recipients[0]", organisation(recipient.value()));
        form.field("Correspondence.ResourceId", settings.resource());
        form.field("Correspondence.Sender", organisation(settings.sender()));
        form.field("Correspondence.SendersReference", letter.id().toString());
        form.field("Correspondence.Content.Language", letter.language().tag());
        form.field("Correspondence.Content.MessageTitle", letter.title());
        form.field("Correspondence.Content.MessageBody", letter.title() + " (" + letter.reference() + ")");
        form.field("Correspondence.Content.Attachments[0].FileName", letter.reference() + ".pdf");
        form.field("Correspondence.Content.Attachments[0].DataType", "application/pdf");
        form.field("Correspondence.Content.Attachments[0].IsEncrypted", "false");
        form.field(
                "Correspondence.Content.Attachments[0].SendersReference",
                letter.id().toString());
        form.file("Attachments", letter.reference() + ".pdf", document);
        return form.done();
    }

    private static String organisation(String number) {
        return "urn:altinn:organization:identifier-no:" + number;
    }

    private static final class Writer {
        private final String boundary;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Writer(String boundary) {
            this.boundary = boundary;
        }

        void field(String name, String value) {
            text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
                    + "\r\n");
        }

        void file(String name, String fileName, byte[] content) {
            text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName
                    + "\"\r\nContent-Type: application/pdf\r\n\r\n");
            out.writeBytes(content);
            text("\r\n");
        }

        Multipart done() {
            text("--" + boundary + "--\r\n");
            return new Multipart("multipart/form-data; boundary=" + boundary, out.toByteArray());
        }

        private void text(String text) {
            out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
