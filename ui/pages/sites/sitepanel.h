// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/sites/siteform.h"
#include "ui/pages/sites/sitesource.h"
#include "ui/widgets/draftshelf.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace ui {

class Label;

/// Beside the tree: what the selected line is made of, and what a new one is to be made of.
class SitePanel : public QWidget {
    Q_OBJECT
public:
    /// What was left unfinished is put on the shelf.
    SitePanel(SiteSource &source, DraftShelf &shelf, QWidget *parent = nullptr);

    void present(const SiteRow &row);
    void presentNewSite();
    /// A form that was put aside, at the line on which it hangs.
    void presentDraft(const DraftPlace &place, const SiteRow &row);
    /// Nothing is shown any more.
    void clear();
    /// What is entered about lines that are gone.
    void forgetGone();
    [[nodiscard]] bool hasUnsaved() const;
    /// What a form asks to have saved.
    struct Sent {
        DraftPlace place;
        store::SiteSetup entered;

        friend bool operator==(const Sent &one, const Sent &other)
        {
            return one.place == other.place && !SiteForm::Draft{one.entered, other.entered}.isEdited();
        }
    };
    /// By the form in sight.
    [[nodiscard]] Sent sent() const;
    /// It is saved, and no draft any more. True: its form is in sight.
    bool settle(const Sent &sent);
    /// Why it could not be saved. False: its form is out of sight.
    bool complain(const Sent &sent, const QString &text);
    /// The line that is shown; empty: a new one.
    [[nodiscard]] QString key() const { return place_.form.isEmpty() ? place_.key : QString(); }

signals:
    void saveRequested(const store::SiteSetup &setup, const store::SiteSetup &begun);
    void removeRequested(const QString &site);
    void closeRequested();

private:
    enum Shown { NewSite, Site, Fuse, Member };
    void buildHead();
    QWidget *buildSite();
    void show(Shown part, const QString &title, const DraftPlace &place);
    void presentSite(const store::SiteView &view);
    void beginFeeder();
    void beginMember();
    [[nodiscard]] QList<SiteForm *> forms() const;
    [[nodiscard]] SiteForm *shownForm() const;
    /// Null: it is out of sight.
    [[nodiscard]] SiteForm *formOf(const Sent &sent) const;
    [[nodiscard]] QString nameOfDraft() const;
    void putAside();
    void resume();

    struct Aside {
        DraftPlace place;
        SiteForm::Draft draft;
    };
    SiteSource &source_;
    DraftShelf &shelf_;
    DraftPlace place_{}; ///< of what is shown
    QList<Aside> drafts_;
    SiteRow row_{}; ///< the line on which a new one is to hang
    Label *title_;
    QStackedWidget *parts_;
    NewSiteForm *newSite_;
    FuseForm *fuse_;
    MemberForm *member_;
    Label *warnings_;
    QPushButton *remove_;
};

} // namespace ui
