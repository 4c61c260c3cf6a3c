/**
 * English papers, marked line by line as they should be read: `=` a title, `#` a heading, `*` a list item, `|` a row of
 * a table, `~` an attribution, `!` furniture, anything else a paragraph. Written for the tests; none is a
 * quotation.
 */

const ENGLISH_HANDBOOK = `
= Volunteer Fire Brigade Handbook
# 1 Introduction
This handbook explains how the brigade works, what is expected of its members, and where help can be found. It replaces the edition of 2016 and was approved by the board on 4 March 2022.
Every member receives a copy on joining. Questions that the handbook does not answer go to the duty officer, Mr. Hale, or to the board.
# 2 Membership
## 2.1 Joining
Anyone aged 18 or over who lives within 5 km of a station may apply. The board decides on applications within 30 days, e.g. at its next regular meeting.
Applicants must provide:
* a completed application form;
* a certificate of health, not older than three months;
* the names of two referees.
## 2.2 Leaving
A member may leave at any time by giving four weeks' notice in writing. Equipment must be returned to the station within seven days; otherwise its replacement cost is charged.
# 3 Training
## 3.1 Basic course
The basic course takes 70 hours over ten weekends and ends with a written test and a practical exercise. At least 80% of the points are needed to pass.
## 3.2 Yearly refresher
Each member completes at least 12 hours of refresher training a year. In the U.S. programme on which ours is modelled, the figure is 16 hours.
# 4 Emergencies
When the alarm sounds, members proceed to the station without delay. The first crew leaves after four minutes at the latest, whether or not it is complete.
No one enters a burning building alone. The officer in charge keeps a written list of everyone inside and calls the roll every ten minutes.
`;

const ENGLISH_NEWS = `
= New Bridge Opens to Traffic
~ By Laura Simmons
MILLFORD — The new bridge over the River Esk opened to traffic on Monday, two months ahead of schedule. More than 300 people watched as the first cars crossed from the north bank.
The bridge cost 14.2 million and replaces a structure built in 1931 that had been closed to lorries since 2015. "It feels like the town has been stitched together again," said Mayor Anna Price.
= Library Extends Its Opening Hours
~ By Tom Okafor
From 1 June the town library will stay open until 9 p.m. on weekdays. The change follows a survey in which 72% of readers asked for evening hours.
Two new librarians, both trained at the county school, will join the staff. The council has set aside 48,000 for the first year.
= Farmers Turn to Drip Irrigation
~ By Maria Keane
After three dry summers, farmers in the valley are changing the way they water their fields. Drip irrigation, once thought too expensive, now covers 640 hectares.
"We use a third less water and the yield is the same," said Peter Lindqvist, who grows tomatoes near Ashby. The regional government pays up to 40% of the cost of the equipment.
`;

const ENGLISH_LAW = `
= REGULATIONS OF THE HARBOUR AUTHORITY
# CHAPTER I GENERAL PROVISIONS
## Article 1 Scope
These Regulations apply to every vessel, whatever its flag, that enters or lies within the limits of the harbour.
## Article 2 Definitions
In these Regulations:
* (a) "harbour master" means the person appointed under section 4 of the Act;
* (b) "vessel" includes any craft used or capable of being used as a means of transport on water;
* (c) "berth" means a place assigned to a vessel by the harbour master.
# CHAPTER II NAVIGATION
## Article 3 Speed
No vessel shall exceed a speed of 6 knots within the inner harbour. The harbour master may set a lower limit by notice.
## Article 4 Reporting
The master of a vessel of 300 gross tons or more shall report the expected time of arrival at least 24 hours in advance. A report shall state the name of the vessel, its draught and its cargo.
# CHAPTER III PENALTIES
## Article 5 Fines
Whoever contravenes Article 3 is liable to a fine not exceeding 2,000. In the case of a second offence within twelve months the fine is doubled.
`;

const ENGLISH_MANUAL = `
= WORKPLACE SAFETY MANUAL
# INTRODUCTION
This manual sets out the minimum rules for safe work in our warehouses. Managers may add stricter rules for their own sites, but none of the rules below may be relaxed.
# PERSONAL PROTECTIVE EQUIPMENT
Safety shoes and high-visibility vests are worn at all times on the warehouse floor. Hard hats are required wherever loads are lifted above 2 m.
Equipment is issued free of charge and replaced after two years, or earlier if it is damaged.
# LIFTING AND CARRYING
Before you lift a load, follow these steps:
* 1. Check the weight on the label.
* 2. Clear the path to the destination.
* 3. Bend your knees and keep your back straight.
* 4. Ask for help if the load is heavier than 20 kg.
Loads above 40 kg are moved with a pallet truck only.
# FIRE SAFETY
Each floor has at least four extinguishers and two hose reels. They are inspected every 12 months by Messrs. Gray & Co., and the date of the last inspection is shown on the tag.
If you discover a fire, press the nearest alarm button, warn the people around you and leave by the nearest exit. Do not use the lifts.
# ACCIDENT REPORTING
Report every accident, however small, to your supervisor within 24 hours. In 2022 we recorded 38 accidents, of which 29 were slips and trips.
`;

const ENGLISH_QUESTIONS = `
= Questions and Answers about the Pension Reform
# Q1: Who is covered by the new scheme?
A: Everyone who was born after 31 December 1975 and has paid contributions for at least five years is covered.
Members of the old scheme may change over until the end of 2025.
# Q2: How high are the contributions?
A: Employees pay 7.5% of their gross wages and employers pay 9.2%. There is an upper limit of 6,400 a month.
# Q3: When can I retire?
A: The standard age is 66. You may retire up to three years earlier, but your pension is then reduced by 0.4% for each month.
# Q4: Where can I get advice?
A: Our offices are open from Monday to Friday, 8 a.m. to 4 p.m. You can also write to us or make an appointment by telephone.
`;

export const ENGLISH = { ENGLISH_HANDBOOK, ENGLISH_NEWS, ENGLISH_LAW, ENGLISH_MANUAL, ENGLISH_QUESTIONS };
