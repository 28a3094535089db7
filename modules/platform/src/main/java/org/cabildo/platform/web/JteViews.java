// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.AbstractUrlBasedView;

/**
 * Renders the template that a handler names, for instance {@code content/page}, with the model and the request's view
 * as {@code v}. Anonymous pages may be kept and revalidated by anybody; what a signed-in person sees by nobody.
 */
@Component
class JteViews implements ViewResolver, Ordered {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final ViewFactory views;

    JteViews(ViewFactory views) {
        this.views = views;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 1;
    }

    @Override
    public org.springframework.web.servlet.@Nullable View resolveViewName(String name, Locale locale) {
        return name.startsWith("redirect:") || name.startsWith("forward:") ? null : new Rendered(name);
    }

    private final class Rendered extends AbstractUrlBasedView {

        private final String template;

        Rendered(String template) {
            super(template);
            this.template = template;
            setContentType("text/html;charset=UTF-8");
        }

        @Override
        protected void renderMergedOutputModel(
                Map<String, Object> model, HttpServletRequest request, HttpServletResponse response)
                throws java.io.IOException {
            Map<String, Object> parameters = new HashMap<>(model);
            parameters.put("v", views.of(request));
            StringOutput html = new StringOutput(16_384);
            engine.render(template + ".jte", parameters, html);
            byte[] bytes = html.toString().getBytes(StandardCharsets.UTF_8);
            response.setContentType("text/html;charset=UTF-8");
            if (!response.containsHeader("Cache-Control")) {
                cacheHeaders(request, response, bytes);
            }
            if (response.getStatus() == HttpServletResponse.SC_NOT_MODIFIED) {
                return;
            }
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }

        private void cacheHeaders(HttpServletRequest request, HttpServletResponse response, byte[] bytes) {
            if (views.actor(request).isPresent() || response.containsHeader("Set-Cookie")) {
                response.setHeader("Cache-Control", "private, no-store");
                return;
            }
            String etag = "W/\"" + DigestUtils.md5DigestAsHex(bytes) + "\"";
            response.setHeader("Cache-Control", "public, max-age=0, must-revalidate");
            response.setHeader("Vary", "Cookie");
            response.setHeader("ETag", etag);
            if (etag.equals(request.getHeader("If-None-Match")) && response.getStatus() == 200) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            }
        }
    }
}
