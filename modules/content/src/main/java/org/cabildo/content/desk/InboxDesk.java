// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.cabildo.content.Inbox;
import org.cabildo.content.Inbox.Listing;
import org.cabildo.content.Inbox.State;
import org.cabildo.content.Message;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Messages of people, for whoever answers them. */
@Controller
@Access(value = Access.Audience.STAFF, permission = "contact.answer")
class InboxDesk {

    private static final String PATH = "/gestion/contact";
    private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String ITEM = PATH + "/{id:" + ID + "}";
    private static final int SIZE = 30;
    private static final int EXPORTED = 10_000;

    private final Inbox inbox;
    private final ViewFactory views;

    InboxDesk(Inbox inbox, ViewFactory views) {
        this.inbox = inbox;
        this.views = views;
    }

    @GetMapping(PATH)
    String list(
            @RequestParam(defaultValue = "") String estado,
            @RequestParam(defaultValue = "") String despues,
            HttpServletRequest request,
            Model model) {
        View view = views.of(request);
        State state = state(estado);
        UUID after = despues.matches(ID) ? UUID.fromString(despues) : null;
        Listing listing = inbox.list(tenant(view), state, after, SIZE);
        model.addAttribute("page", Page.of(view.msg("content.inbox.title")));
        model.addAttribute("tabs", tabs(view, state));
        model.addAttribute("messages", listing.items());
        model.addAttribute("csv", PATH + "/mensajes.csv?estado=" + code(state));
        model.addAttribute("first", after == null ? "" : view.with("despues", null));
        model.addAttribute(
                "next",
                listing.more()
                        ? view.with("despues", listing.items().getLast().id().toString())
                        : "");
        return "content/desk/messages";
    }

    private static List<NavLink> tabs(View view, State current) {
        return Arrays.stream(State.values())
                .map(state -> new NavLink(
                        view.msg("content.inbox.state." + code(state)),
                        PATH + "?estado=" + code(state),
                        "",
                        state == current))
                .toList();
    }

    private static String code(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static State state(String code) {
        return Arrays.stream(State.values())
                .filter(state -> code(state).equals(code))
                .findFirst()
                .orElse(State.OPEN);
    }

    @GetMapping(PATH + "/mensajes.csv")
    void csv(@RequestParam(defaultValue = "") String estado, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        View view = views.of(request);
        List<Message> messages =
                inbox.list(tenant(view), state(estado), null, EXPORTED).items();
        MessageTable.send(messages, view, response);
    }

    @GetMapping(ITEM)
    String read(@PathVariable String id, HttpServletRequest request, Model model) {
        View view = views.of(request);
        Message message = find(view, id);
        model.addAttribute("page", Page.of(message.subject(), way(view)));
        model.addAttribute("message", message);
        model.addAttribute("item", PATH + "/" + id);
        return "content/desk/message";
    }

    @PostMapping(ITEM + "/contestado")
    String mark(
            @PathVariable String id,
            @RequestParam(defaultValue = "true") boolean answered,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        View view = views.of(request);
        inbox.mark(tenant(view), find(view, id).id(), answered, Objects.requireNonNull(view.actor()));
        redirect.addFlashAttribute("flash", view.msg(answered ? "content.inbox.marked" : "content.inbox.reopened"));
        return "redirect:" + PATH + "/" + id;
    }

    @GetMapping(ITEM + "/borrar")
    String question(@PathVariable String id, HttpServletRequest request, Model model) {
        View view = views.of(request);
        Message message = find(view, id);
        model.addAttribute("page", Page.of(view.msg("content.inbox.delete"), way(view)));
        model.addAttribute("message", message);
        model.addAttribute("item", PATH + "/" + id);
        return "content/desk/messageRemove";
    }

    @PostMapping(ITEM + "/borrar")
    String delete(@PathVariable String id, HttpServletRequest request, RedirectAttributes redirect) {
        View view = views.of(request);
        inbox.delete(tenant(view), find(view, id).id(), Objects.requireNonNull(view.actor()));
        redirect.addFlashAttribute("flash", view.msg("content.inbox.deleted"));
        return "redirect:" + PATH;
    }

    private Message find(View view, String id) {
        return inbox.find(tenant(view), UUID.fromString(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static TenantId tenant(View view) {
        return view.site().requireTenant();
    }

    private static Breadcrumb way(View view) {
        return new Breadcrumb(view.msg("content.inbox.title"), PATH);
    }
}
