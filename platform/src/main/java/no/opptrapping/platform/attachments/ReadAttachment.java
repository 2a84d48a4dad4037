package no.opptrapping.platform.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;

/** Reads the content of an attachment that the caller may see. */
@ApplicationScoped
class ReadAttachment {
    private final FileStores stores;

    ReadAttachment(FileStores stores) {
        this.stores = stores;
    }

    InputStream content(Attachment attachment, long from, long length) {
        if (attachment.state() == AttachmentState.INFECTED) {
            throw new IllegalStateException("The content of " + attachment.id() + " is gone");
        }
        return stores.of(attachment.store()).read(attachment.id(), from, length);
    }
}
