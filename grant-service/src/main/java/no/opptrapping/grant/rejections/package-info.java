/** Rejections of applications: why, and the letter that says so. */
@NullMarked
package no.opptrapping.grant.rejections;

import org.jspecify.annotations.NullMarked;
