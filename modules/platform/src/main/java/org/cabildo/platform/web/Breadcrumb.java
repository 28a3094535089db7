// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

/** A step of the way to a page, without the page itself. The home page is the first and is added by the layout. */
public record Breadcrumb(String label, String href) {}
