// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.notifications.Preferences;
import org.cabildo.notifications.Preferences.Reader;
import org.cabildo.notifications.Preferences.Subscription;
import org.cabildo.notifications.Rhythm;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.mail.Mail;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * Confirming, preferences and leaving. Whoever has the link of a mail may; a link is followed by programs that look at
 * mail before people do, so opening one changes nothing and a button does.
 */
@Controller
@Access(Access.Audience.PUBLIC)
class NoticesController {

    private static final String HOME = "/avisos";

    private final Preferences preferences;
    private final ViewFactory views;

    NoticesController(Preferences preferences, ViewFactory views) {
        this.preferences = preferences;
        this.views = views;
    }

    @GetMapping(HOME)
    String about(HttpServletRequest request, Model model) {
        View view = views.of(request);
        return about(view, "", Map.of(), model);
    }

    private static String about(View view, String email, Map<String, String> errors, Model model) {
        model.addAttribute("page", Page.of(view.msg("notifications.title")).notIndexed());
        model.addAttribute("email", email);
        model.addAttribute("errors", errors);
        return "notifications/about";
    }

    /** Sends the link to the preferences; the answer is the same for every address. */
    @PostMapping(HOME)
    String remind(HttpServletRequest request, HttpServletResponse response, Model model) {
        View view = views.of(request);
        String email =
                Optional.ofNullable(request.getParameter("email")).orElse("").strip();
        if (!Mail.isAddress(email)) {
            response.setStatus(422);
            return about(view, email, Map.of("email", view.msg("notifications.error.email")), model);
        }
        preferences.remind(view.site().requireTenant(), email);
        return "redirect:/avisos/enviado";
    }

    @GetMapping("/avisos/enviado")
    String sent(HttpServletRequest request, Model model) {
        View view = views.of(request);
        return done(view, "notifications.sent", model);
    }

    private static String done(View view, String key, Model model) {
        model.addAttribute("page", below(view, view.msg(key + ".title")));
        model.addAttribute("text", view.msg(key + ".text", view.site().officialName()));
        return "notifications/done";
    }

    private static Page below(View view, String title) {
        return Page.of(title, new Breadcrumb(view.msg("notifications.title"), HOME))
                .notIndexed();
    }

    @GetMapping("/avisos/confirmar/{secret}")
    String asked(@PathVariable String secret, HttpServletRequest request, Model model) {
        View view = views.of(request);
        Subscription subscription = subscription(view, secret);
        model.addAttribute("page", below(view, view.msg("notifications.confirm.title")));
        model.addAttribute("action", "/avisos/confirmar/" + secret);
        model.addAttribute("text", view.msg("notifications.confirm.text", named(view, subscription)));
        model.addAttribute("label", view.msg("notifications.confirm.button"));
        model.addAttribute("cancel", cancel(subscription));
        return "notifications/question";
    }

    private Subscription subscription(View view, String secret) {
        return preferences
                .subscription(view.site().requireTenant(), secret, view.locale())
                .orElseThrow(NoticesController::missing);
    }

    private static String named(View view, Subscription subscription) {
        String name = subscription.followed().name();
        return name.isEmpty() ? view.msg("notifications.gone") : name;
    }

    private static String cancel(Subscription subscription) {
        String path = subscription.followed().path();
        return path.isEmpty() ? "/" : path;
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    @PostMapping("/avisos/confirmar/{secret}")
    String confirm(@PathVariable String secret, HttpServletRequest request) {
        View view = views.of(request);
        return preferences
                .confirm(view.site().requireTenant(), secret)
                .map(mine -> "redirect:/avisos/" + mine + "?confirmado=1")
                .orElseThrow(NoticesController::missing);
    }

    @GetMapping("/avisos/{secret}")
    String mine(@PathVariable String secret, HttpServletRequest request, Model model) {
        View view = views.of(request);
        Reader reader = preferences
                .reader(view.site().requireTenant(), secret, view.locale())
                .orElseThrow(NoticesController::missing);
        model.addAttribute("page", below(view, view.msg("notifications.mine.title")));
        model.addAttribute("reader", reader);
        model.addAttribute("secret", secret);
        model.addAttribute("notice", notice(view, request));
        return "notifications/mine";
    }

    private static String notice(View view, HttpServletRequest request) {
        if (request.getParameter("confirmado") != null) {
            return view.msg("notifications.mine.confirmed");
        }
        if (request.getParameter("guardado") != null) {
            return view.msg("notifications.mine.saved");
        }
        return request.getParameter("terminado") != null ? view.msg("notifications.mine.ended") : "";
    }

    @PostMapping("/avisos/{secret}")
    String change(@PathVariable String secret, HttpServletRequest request) {
        View view = views.of(request);
        TenantId tenant = view.site().requireTenant();
        Map<UUID, Rhythm> rhythms = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith("rhythm-")) {
                id(name.substring("rhythm-".length())).ifPresent(id -> rhythms.put(id, Rhythm.of(values[0])));
            }
        });
        if (!preferences.change(tenant, secret, rhythms, view.locale())) {
            throw missing();
        }
        return "redirect:/avisos/" + secret + "?guardado=1";
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException exception) {
            return Optional.empty();
        }
    }

    /** Ends one subscription, by the button beside it. */
    @PostMapping("/avisos/{secret}/terminar")
    String end(@PathVariable String secret, HttpServletRequest request) {
        TenantId tenant = views.of(request).site().requireTenant();
        boolean ended = Optional.ofNullable(request.getParameter("subscription"))
                .flatMap(NoticesController::id)
                .filter(id -> preferences.end(tenant, secret, id))
                .isPresent();
        if (!ended) {
            throw missing();
        }
        boolean more =
                preferences.reader(tenant, secret, views.of(request).locale()).isPresent();
        return more ? "redirect:/avisos/" + secret + "?terminado=1" : "redirect:/avisos/baja";
    }

    @GetMapping("/avisos/baja")
    String left(HttpServletRequest request, Model model) {
        return done(views.of(request), "notifications.left", model);
    }

    @GetMapping("/avisos/baja/{secret}")
    String leaving(@PathVariable String secret, HttpServletRequest request, Model model) {
        View view = views.of(request);
        TenantId tenant = view.site().requireTenant();
        Optional<Subscription> one = preferences.subscription(tenant, secret, view.locale());
        if (one.isEmpty() && preferences.reader(tenant, secret, view.locale()).isEmpty()) {
            throw missing();
        }
        model.addAttribute("page", below(view, view.msg("notifications.leave.title")));
        model.addAttribute("action", "/avisos/baja/" + secret);
        model.addAttribute(
                "text",
                one.map(subscription -> view.msg("notifications.leave.text", named(view, subscription)))
                        .orElseGet(() -> view.msg("notifications.leave.all")));
        model.addAttribute("label", view.msg("notifications.leave.button"));
        model.addAttribute("cancel", one.map(NoticesController::cancel).orElse("/"));
        return "notifications/question";
    }

    /** The button, and what mail programs send when somebody presses theirs (RFC 8058); again is fine. */
    @PostMapping("/avisos/baja/{secret}")
    String leave(@PathVariable String secret, HttpServletRequest request) {
        preferences.leave(views.of(request).site().requireTenant(), secret);
        return "redirect:/avisos/baja";
    }
}
