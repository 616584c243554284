import * as ElasticEui from '@elastic/eui';
import * as ElasticEuiThemeBorealis from '@elastic/eui-theme-borealis';
import * as EmotionReact from '@emotion/react';
import Moment from 'moment';
import React from 'react';
import ReactDom from 'react-dom';

/** What the shell lends a plugin, under Kibana's names for it: `window.__kbnSharedDeps__`. */
export const sharedPackages = {
  ElasticEui,
  ElasticEuiThemeBorealis,
  EmotionReact,
  Moment,
  React,
  ReactDom,
};
