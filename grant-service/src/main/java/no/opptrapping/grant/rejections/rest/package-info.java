/** The letters that answer applications, over HTTP. */
@NullMarked
package no.opptrapping.grant.rejections.rest;

import org.jspecify.annotations.NullMarked;
