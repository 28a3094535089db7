// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

/**
 * A translated entry of a menu.
 *
 * @param current whether the request is at or below its path
 */
public record NavLink(String label, String href, String icon, boolean current) {}
