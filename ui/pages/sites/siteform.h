// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sites.h"

#include <QWidget>

#include <array>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace ui {

class Label;

/// Of what was entered, the fields that differ from what the form began with, into `fresh`.
template<class Row, class... Field>
void keepChanges(Row &fresh, const Row &begun, const Row &entered, Field Row::*...fields)
{
    ((fresh.*fields = entered.*fields == begun.*fields ? fresh.*fields : entered.*fields), ...);
}

/// What all forms of a site have: fields below each other with their help, what is wrong, and a button to save.
class SiteForm : public QWidget {
    Q_OBJECT
public:
    using Amps = std::array<QDoubleSpinBox *, 3>;

    /// What is entered, by itself: a fuse, a station's place, or a site with its fuse.
    struct Draft {
        store::SiteSetup begun; ///< as it was when the form began
        store::SiteSetup now;

        [[nodiscard]] bool isEdited() const;
    };

    /// Why it could not be saved.
    void complain(const QString &text);
    [[nodiscard]] Draft draft() const { return {begun_.value_or(store::SiteSetup()), entered()}; }
    /// Over what the form shows by now: what the person did not change is as others have left it.
    virtual void resume(const Draft &draft) = 0;
    /// Something was entered that is not saved.
    [[nodiscard]] bool isEdited() const;
    /// What is in the form is nobody's concern any more.
    void settle() { begun_ = entered(); }
    /// This much of what was entered is saved.
    void settle(const store::SiteSetup &saved) { begun_ = saved; }

signals:
    /// All of the site as it is to be, and as it was when the form began; without fuses: it was not there.
    void saveRequested(const store::SiteSetup &setup, const store::SiteSetup &begun);

protected:
    SiteForm(const QString &saveText, QWidget *parent);

    void addField(const QString &title, QWidget *field, const QString &help);
    /// One field for each phase.
    [[nodiscard]] Amps addAmps(const QString &title, const QString &help);
    [[nodiscard]] QDoubleSpinBox *addFigure(const QString &title, double least, double most, const QString &unit,
                                            const QString &help);
    /// Beside the button that saves.
    void addButton(QPushButton *button);
    /// In a line of their own below, for what leads on.
    void addFurther(std::initializer_list<QPushButton *> buttons);
    void begin(const store::SiteSetup &setup);
    virtual void enter(store::SiteSetup &setup) const = 0; ///< what the fields say, into what they began with
    [[nodiscard]] virtual store::SiteSetup entered() const = 0; ///< what the fields say, by itself
    void send(const store::SiteSetup &setup);

    store::SiteSetup setup_;

private:
    std::optional<store::SiteSetup> begun_; ///< nothing: nothing was shown yet
    QGridLayout *grid_;
    Label *complaint_;
    QHBoxLayout *buttons_;
    QHBoxLayout *further_;
};

/// A site that is not there yet: its name, and the fuse that all of it hangs on.
class NewSiteForm : public SiteForm {
    Q_OBJECT
public:
    explicit NewSiteForm(QWidget *parent = nullptr);
    void present();
    void resume(const Draft &draft) override;

protected:
    void enter(store::SiteSetup &setup) const override;
    [[nodiscard]] store::SiteSetup entered() const override;

private:
    QLineEdit *name_;
    Amps limit_;
};

/// A fuse or a feeder, also a new one.
class FuseForm : public SiteForm {
    Q_OBJECT
public:
    explicit FuseForm(QWidget *parent = nullptr);
    void present(const store::SiteSetup &setup, int fuse, const QStringList &stations);
    /// Below that one.
    void presentNew(const store::SiteSetup &setup, int parent, const QStringList &stations);
    void resume(const Draft &draft) override;

signals:
    void feederRequested();
    void memberRequested();

protected:
    void enter(store::SiteSetup &setup) const override;
    [[nodiscard]] store::SiteSetup entered() const override;

private:
    void fill(const store::SiteFuse &fuse, const QStringList &stations);
    void fillFields(const store::SiteFuse &fuse);
    void remove();

    int fuse_ = -1; ///< in the setup; -1: a new one
    QLineEdit *name_;
    QComboBox *parent_;
    Amps limit_;
    Amps base_;
    QComboBox *meter_;
    QPushButton *feeder_;
    QPushButton *member_;
    QPushButton *remove_;
};

/// A station's place, also a new one.
class MemberForm : public SiteForm {
    Q_OBJECT
public:
    explicit MemberForm(QWidget *parent = nullptr);
    void present(const store::SiteSetup &setup, int member);
    /// One of `stations`, behind that fuse.
    void presentNew(const store::SiteSetup &setup, int fuse, const QStringList &stations);
    void resume(const Draft &draft) override;

protected:
    void enter(store::SiteSetup &setup) const override;
    [[nodiscard]] store::SiteSetup entered() const override;

private:
    void fill(const store::SiteMember &member);
    void remove();

    int member_ = -1; ///< in the setup; -1: a new one
    QComboBox *station_;
    QComboBox *fuse_;
    QComboBox *phases_;
    QSpinBox *priority_;
    QDoubleSpinBox *maximum_;
    QDoubleSpinBox *minimum_;
    QCheckBox *choose_;
    QDoubleSpinBox *fallback_;
    QCheckBox *evenly_;
    QDoubleSpinBox *voltage_;
    QPushButton *remove_;
};

} // namespace ui
