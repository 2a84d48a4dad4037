package no.opptrapping.platform.attachments;

import java.util.ArrayList;
import java.util.List;
import no.opptrapping.platform.problems.BrokenRule;

/**
 * How much a holder has.
 *
 * @param files how many attachments
 * @param bytes how large they are together
 * @param frozen whether none may come or go
 */
public record HolderRoom(int files, long bytes, boolean frozen) {
    /** What stands in the way of one more of this size. */
    List<BrokenRule> brokenBy(int more) {
        var broken = new ArrayList<BrokenRule>();
        if (files >= AttachmentHolder.MOST_FILES) {
            broken.add(BrokenRule.of("attachment.too-many", "", "most", AttachmentHolder.MOST_FILES));
        }
        if (bytes + more > AttachmentHolder.MOST_BYTES) {
            broken.add(BrokenRule.of(
                    "attachment.too-much-together",
                    "",
                    "most",
                    AttachmentHolder.MOST_BYTES,
                    "left",
                    Math.max(0, AttachmentHolder.MOST_BYTES - bytes)));
        }
        return broken;
    }
}
