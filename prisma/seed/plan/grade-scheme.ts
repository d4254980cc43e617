/** The plan gives grades without saying from which achievement; these steps are the demo town's. */
export const GRADE_SCHEME = {
  id: "grades-a-d",
  name: "A〜Dの4段階",
  steps: [
    { grade: "A", from: 1, meaning: "目標を達成した" },
    { grade: "B", from: 0.6, meaning: "おおむね順調に進んでいる" },
    { grade: "C", from: 0.3, meaning: "やや遅れている" },
    { grade: "D", from: null, meaning: "遅れている" },
  ],
};
