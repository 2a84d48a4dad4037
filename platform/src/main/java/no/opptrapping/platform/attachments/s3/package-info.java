/** The bytes of files in S3-compatible storage. */
@NullMarked
package no.opptrapping.platform.attachments.s3;

import org.jspecify.annotations.NullMarked;
