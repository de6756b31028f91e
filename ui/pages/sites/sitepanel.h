// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/sites/sitesource.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace ui {

class FuseForm;
class Label;
class MemberForm;
class NewSiteForm;
class SiteForm;

/// Beside the tree: what the selected line is made of, and what a new one is to be made of.
class SitePanel : public QWidget {
    Q_OBJECT
public:
    explicit SitePanel(SiteSource &source, QWidget *parent = nullptr);

    void present(const SiteRow &row);
    void presentNewSite();
    /// Why what was entered could not be saved.
    void complain(const QString &text);
    /// The line that is shown; empty: a new one.
    [[nodiscard]] const QString &key() const { return key_; }

signals:
    void saveRequested(const store::SiteSetup &setup, const store::SiteSetup &begun);
    void removeRequested(const QString &site);
    void closeRequested();

private:
    enum Shown { NewSite, Site, Fuse, Member };
    void buildHead();
    QWidget *buildSite();
    void show(Shown part, const QString &title, const QString &key);
    void presentSite(const store::SiteView &view);
    void beginFeeder();
    void beginMember();

    SiteSource &source_;
    QString key_{};
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
