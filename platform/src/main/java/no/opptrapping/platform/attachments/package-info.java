/**
 * Files that belong to something: received without being held in memory, taken for what their content is, stored in the
 * database or in S3-compatible storage, and given out again.
 */
@NullMarked
package no.opptrapping.platform.attachments;

import org.jspecify.annotations.NullMarked;
