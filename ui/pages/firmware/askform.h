// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/stationfiles.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QFormLayout;
class QPushButton;

namespace ui {

class Label;

/// Which station is to bring which file, of what time.
class AskForm : public QWidget {
    Q_OBJECT
public:
    explicit AskForm(QWidget *parent = nullptr);

    /// The choice stays.
    void setStations(const QStringList &stations);
    void begin();
    /// Asking has ended, well or not.
    void release();

signals:
    void submitted(const store::FileWish &wish);
    void closeRequested();

private:
    QFormLayout *buildFields();
    [[nodiscard]] store::FileWish wish() const;

    QComboBox *station_;
    QComboBox *kind_;
    QCheckBox *limited_;
    QDateTimeEdit *from_;
    QDateTimeEdit *to_;
    Label *complaint_;
    QPushButton *ask_;
};

} // namespace ui
