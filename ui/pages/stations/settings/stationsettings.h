// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/stations.h"
#include "ui/backend.h"

#include <QHash>
#include <QSet>
#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace ui {

class DraftShelf;
class Label;

/// What a person decided for one station: its description, whether it may charge, how it proves who it is, and how its
/// peculiarities are read. What was changed is saved together; what others change meanwhile stays.
class StationSettings : public QWidget {
    Q_OBJECT
public:
    explicit StationSettings(const Backend &backend, QWidget *parent = nullptr);

    /// Where it is told that changes were put aside. It outlives this.
    void setShelf(DraftShelf &shelf) { shelf_ = &shelf; }
    /// What a person is typing stays when it is the same station; when it is another, it is put aside until this one
    /// comes back.
    void present(const store::Station &station);
    [[nodiscard]] bool hasUnsaved() const { return edited_ || !drafts_.isEmpty(); }

signals:
    void removeRequested(const QString &station);

private:
    /// What stands in the fields.
    struct Fields {
        QString description;
        QString site;
        int registration = 0;
        int profile = 0;
        QString password;
        int timeout = 0;
        bool isLocal = false;
        QString suffix;
    };
    struct Draft {
        Fields fields;
        Fields shown; ///< before the person changed them
        bool isUnsent = false; ///< not among what is on its way
    };
    static Fields fieldsOf(const store::Station &station);
    static void change(store::Station &station, const Fields &shown, const Fields &now);
    void buildIdentity(QFormLayout &form);
    void buildAccess(QFormLayout &form);
    void buildPolicy(QFormLayout &form);
    QWidget *buildButtons();
    void addRow(QFormLayout &form, const QString &title, QWidget *control, const QString &help);
    void fill();
    void show(const Fields &fields);
    [[nodiscard]] Fields fields() const;
    void putAside();
    void resume();
    [[nodiscard]] bool isSaving() const { return saving_.contains(station_.id); }
    void answer(const QString &station, const Fields &sent,
                const store::Outcome<std::optional<store::Station>> &outcome);
    void noteEdit();
    void presentAccess();
    void presentButtons();
    void save();
    /// Without a hash the password stays as it is.
    void write(const QString &id, const Draft &draft, const std::optional<QString> &passwordHash);
    void complain(const QString &text, QWidget *field = nullptr);

    Backend backend_;
    store::Station station_;
    Fields shown_; ///< what differs from it was changed by the person
    bool edited_ = false;
    QSet<QString> saving_; ///< stations whose settings are on their way
    QHash<QString, Draft> drafts_; ///< by station
    DraftShelf *shelf_ = nullptr;
    bool filling_ = false;
    QLineEdit *description_;
    QLineEdit *site_;
    QComboBox *registration_;
    QComboBox *profile_;
    QLineEdit *password_;
    Label *passwordHelp_;
    QSpinBox *timeout_;
    QComboBox *zone_;
    QLineEdit *suffix_;
    Label *complaint_;
    QPushButton *save_;
    QPushButton *revert_;
    Label *said_;
};

} // namespace ui
